using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Application.Pulse.Answer;
using IncidentReporting.Application.Pulse.CreateRound;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Pulse;

/// <summary>An employer with a large unit, a middling and a small one below a department, and the survey asked there. It is 14.30 on 20 November.</summary>
internal sealed class PulseHouse : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    private readonly string _folder = TestFolder.Create("pulse-");

    private PulseHouse(TestService service) => Service = service;

    public TestService Service { get; private set; }

    public TestOrganisation Employer { get; private set; } = null!;

    public Unit Department { get; private set; } = null!;

    public Unit Large { get; private set; } = null!;

    public Unit Small { get; private set; } = null!;

    public Unit Other { get; private set; } = null!;

    public Person Coordinator { get; private set; } = null!;

    public Person Analyst { get; private set; } = null!;

    public Person Gone { get; private set; } = null!;

    public Person Worker { get; private set; } = null!;

    public static async Task<PulseHouse> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var house = new PulseHouse(null!);
        house.Service = await TestService.StartAsync(provider, services =>
        {
            services.AddMail(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Email:From"] = "no-reply@example.test" }).Build(), new PickupFolder(house._folder));
            services.AddPulse();
        });
        await house.AddPeopleAsync();
        return house;
    }

    /// <summary>A round from today for two weeks in the department, whose links have been ordered.</summary>
    public async Task<PulseRoundId> OpenAsync()
    {
        var round = await CreateAsync(Today, Today.AddDays(13), Department);
        await StepAsync();
        return round;
    }

    public async Task<PulseRoundId> CreateAsync(DateOnly opensOn, DateOnly closesOn, params Unit[] units) =>
        new((await Service.SendAsync(Coordinator.Id, new CreatePulseRoundCommand("Hösten", opensOn, closesOn, [.. units.Select(unit => unit.Id)]))).Id);

    /// <summary>Takes what is due.</summary>
    public Task<int> StepAsync() => Service.WithAsync(async services =>
    {
        var (steps, taken) = (services.GetRequiredService<IPulseSteps>(), 0);
        foreach (var round in await steps.DueAsync(CancellationToken.None))
        {
            taken += await steps.TakeAsync(round, CancellationToken.None) ? 1 : 0;
        }

        return taken;
    });

    /// <summary>The links that wait to be sent, with whom each is for.</summary>
    public Task<IReadOnlyList<(UserId To, string Token)>> TokensAsync() => Service.WithAsync<IReadOnlyList<(UserId To, string Token)>>(async services =>
    {
        var seal = services.GetRequiredService<ILinkSeal>();
        var mails = await services.GetRequiredService<AppDb>().Set<OutboxMessage>().AsNoTracking().Where(mail => mail.SealedLink != null).ToListAsync();
        return [.. mails.Select(mail => (mail.RecipientId, seal.Open(mail.SealedLink!)["/pulse/".Length..]))];
    });

    public Task AnswerAsync(string token, params (string Question, string Option)[] chosen) => Service.SendAsync(new AnswerPulseCommand(
        token, chosen.GroupBy(pair => pair.Question).ToDictionary(question => question.Key, IReadOnlyList<string> (question) => [.. question.Select(pair => pair.Option)])));

    public Task<List<OutboxMessage>> MailsAsync() => Service.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());

    public Task<List<PulseAnswer>> AnswersAsync() => Service.WithDbAsync(db => db.Set<PulseAnswer>().AsNoTracking().ToListAsync());

    public Task<List<PulseTicket>> TicketsAsync() => Service.WithDbAsync(db => db.Set<PulseTicket>().AsNoTracking().ToListAsync());

    public Task<PulseRound> RoundAsync(PulseRoundId id) => Service.WithDbAsync(db => db.Set<PulseRound>().AsNoTracking().SingleAsync(round => round.Id == id));

    /// <summary>As if the mails had left.</summary>
    public Task DeliverAsync() => Service.WithDbAsync(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(mail => mail
        .SetProperty(row => row.State, OutboxState.Sent).SetProperty(row => row.SealedLink, (string?)null)));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AddPeopleAsync()
    {
        Employer = TestOrganisation.Named("Arbetsgivarnamn", Service.Now);
        Department = Employer.AddUnit("Avdelning", Employer.Top);
        Large = Employer.AddUnit("Stor enhet", Department);
        Small = Employer.AddUnit("Liten enhet", Department);
        Other = Employer.AddUnit("Lagom enhet", Department);
        for (var place = 0; place < 12; place++)
        {
            Employer.AddPerson($"Stor {place}", Large, place == 0 ? [Role.Manager, Role.Employee] : [Role.Employee]);
            Employer.AddPerson($"Lagom {place}", Other, Role.Employee);
        }

        for (var place = 0; place < 3; place++)
        {
            Employer.AddPerson($"Liten {place}", Small, Role.Employee);
        }

        Worker = Employer.AddPerson("Ombud", Employer.Top, []);
        Employer.Give(Worker, Role.SafetyRepresentative, Small, Today.AddYears(-1));
        Gone = Employer.AddPerson("Slutat", Large, Role.Employee);
        Gone.Disable(disabled: true);
        Coordinator = Employer.AddPerson("Samordnare", Employer.Top, Role.Coordinator);
        Analyst = Employer.AddPerson("Analytiker", Department, Role.Analyst);
        Employer.AddPerson("Revisor", Department, Role.Auditor);
        await Employer.SaveAsync(Service);
    }
}
