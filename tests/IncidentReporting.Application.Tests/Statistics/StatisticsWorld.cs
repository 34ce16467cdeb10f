using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Statistics;

/// <summary>An employer with two units and people, and cases made straight in the domain and saved as the service saves them.</summary>
internal sealed class StatisticsWorld : IAsyncDisposable
{
    private static readonly string[] Kinds = ["threat_veiled", "threat_direct.death", "other_violation.hate", "online_attack.insult", "physical_violence.hit_kick"];
    private static readonly string[] Places = ["office_reception", "client_home", "staff_home", "hvb", "unknown"];
    private static readonly string[] Groups = ["social_secretary_authority", "treatment_hvb", "field_assistant", "manager"];

    private StatisticsWorld(TestService service) => Service = service;

    public TestService Service { get; }

    public TestOrganisation Employer { get; private set; } = null!;

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    public static async Task<StatisticsWorld> StartAsync(DatabaseProvider provider)
    {
        var world = new StatisticsWorld(await TestService.StartAsync(provider));
        world.Employer = TestOrganisation.Named("Arbetsgivarnamn", world.Service.Now);
        world.Units = [world.Employer.AddUnit("Enhet ett", world.Employer.Top), world.Employer.AddUnit("Enhet två", world.Employer.Top)];
        world.People = [.. Enumerable.Range(0, 6).Select(number => world.Employer.AddPerson($"Person {number}", world.Units[number % 2], Role.Employee))];
        await world.Employer.SaveAsync(world.Service);
        return world;
    }

    public Actor By(int person) => new(People[person % People.Count].Id, CaseRole.Exposed, Service.Now);

    public Incident Draft(Random random, DateTimeOffset? occurredAt = null)
    {
        var reporter = random.Next(People.Count);
        return Incident.Draft(Employer.Id, Units[random.Next(Units.Count)].Id, Content(random, occurredAt), Exposed(random, reporter), By(reporter));
    }

    public Incident Submitted(Random random, DateTimeOffset? occurredAt = null)
    {
        var incident = Draft(random, occurredAt);
        incident.Submit(new Submission($"2026-{Guid.NewGuid():N}"[..Incident.NumberLength], PolicyVersionId: null, OversightUnitId: null, []), By(0));
        incident.TakeEvents();
        return incident;
    }

    public ReportContent Content(Random random, DateTimeOffset? occurredAt = null) => new()
    {
        Kinds = CodeSet.Of(Kinds.Where(_ => random.Next(3) == 0).Append(Kinds[random.Next(Kinds.Length)])),
        OccurredAt = occurredAt ?? Service.Now.AddDays(-random.Next(900)),
        SafeNow = "yes",
        Place = Places[random.Next(Places.Length)],
        Consequences = random.Next(2) == 0 ? CodeSet.Empty : CodeSet.Of(["fear_off_duty"]),
    };

    public async Task SaveAsync(params Incident[] incidents) => await WithAsync(async db =>
    {
        db.AddRange(incidents);
        await db.SaveChangesAsync();
        return 0;
    });

    public Task<T> WithAsync<T>(Func<AppDb, Task<T>> action) => Service.WithAsync(services => action(services.GetRequiredService<AppDb>()));

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private List<NamedExposed> Exposed(Random random, int reporter)
    {
        var named = new List<NamedExposed> { new(People[reporter].Id, "direct", Groups[random.Next(Groups.Length)]) };
        if (random.Next(3) == 0)
        {
            named.Add(new NamedExposed(People[(reporter + 1) % People.Count].Id, random.Next(2) == 0 ? "direct" : "indirect_witness", Groups[random.Next(Groups.Length)]));
        }

        return named;
    }
}
