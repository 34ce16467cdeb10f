using System.Globalization;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>The service with many employers of twelve units, their facts of a year, and one reader in each who tells the others all she may see.</summary>
internal sealed class AttackWorld : IAsyncDisposable
{
    /// <summary>The clock goes to the next year's freezes: browsers, and clients, drop a session whose time is over by their own clock.</summary>
    public static readonly int Year = DateTime.UtcNow.Year;

    private static readonly string[] Columns = ["Fact", "Month", "UnitId", "SourceId", "Combo", "Flags", "StatKey", "PersonId"];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Year + 1, 2, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly List<Employer> _employers = [];
    private readonly List<UnitId> _units = [];

    private AttackWorld(Seed seed, int employers)
    {
        Seed = seed;
        Places = new Places(employers);
    }

    public TestHost Host { get; private set; } = null!;

    public Seed Seed { get; }

    public Places Places { get; }

    public static async Task<AttackWorld> StartAsync(int employers, int seed)
    {
        var world = new AttackWorld(new Seed(employers, seed), employers);
        world.Host = await TestHost.StartAsync(StatisticsHost.With(world._time), StatisticsHost.Settings);
        await world.FillAsync();
        return world;
    }

    /// <summary>As the interface writes the node.</summary>
    public string NameOf(int node) =>
        Places.IsUnit(node) ? _units[node].Value.ToString("D")
        : Places.IsArea(node) ? Places.AreaName(node)
        : _employers[Places.EmployerOf(node)].Id.Value.ToString("D");

    public Task<HttpClient> ReaderAsync(int employer) => Host.SignInAsync($"reader{employer}@example.org");

    /// <summary>Puts the facts in place of those that stand, and freezes by the clock on that day of the year after.</summary>
    public async Task FreezeAsync(IReadOnlyList<SeededFact> facts, int month, int day)
    {
        _time.MoveTo(new DateTimeOffset(Year + 1, month, day, 8, 0, 0, TimeSpan.Zero));
        using (var connection = Host.OpenDatabase())
        {
            connection.Do("DELETE FROM \"StatFact\"");
            connection.Insert("StatFact", Columns, facts.SelectMany(Rows));
        }

        Assert.That(await Host.FreezeAsync(), Is.GreaterThanOrEqualTo(12));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    // One person exposed in each: incident and exposure have the same key.
    private IEnumerable<object?[]> Rows(SeededFact fact)
    {
        var unit = _units[fact.Unit].Value.ToByteArray(bigEndian: true);
        var month = (Year * 100) + fact.Month;
        var incident = Codebook.Incidents.Combine(fact.Kinds, fact.Police, fact.Setting);
        var exposure = Codebook.Exposures.Combine(fact.Kinds, fact.Police, fact.Setting, fact.Group, fact.Support);
        yield return [1, month, unit, fact.Source.ToByteArray(bigEndian: true), incident, 0, (long)fact.Key, null];
        yield return [2, month, unit, fact.Source.ToByteArray(bigEndian: true), exposure, 0, (long)fact.Key, fact.Person.ToByteArray(bigEndian: true)];
    }

    private async Task FillAsync()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<IIncidentReportingDb>();
        var now = _time.GetUtcNow();
        await using var transaction = await db.BeginAsync();
        var readers = new List<Person>();
        for (var index = 0; index < Places.Employers; index++)
        {
            var employer = Employer.Create(EmployerId.New(now), string.Create(CultureInfo.InvariantCulture, $"Kommun {index:00}"), Places.SectorOf(index), county: "01");
            var top = Unit.Create(UnitId.New(now), employer.Id, parentId: null, employer.Name);
            var reader = Person.Create(UserId.New(now), employer.Id, top.Id, "Reader", $"reader{index}@example.org");
            readers.Add(reader);
            _employers.Add(employer);
            db.Set<Employer>().Add(employer);
            db.Set<Unit>().Add(top);
            db.Set<Person>().Add(reader);
            db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), reader.Id, Role.Employee, top.Id, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1)));
            for (var below = 0; below < Seed.UnitsOfEmployer; below++)
            {
                var unit = Unit.Create(UnitId.New(now), employer.Id, top.Id, string.Create(CultureInfo.InvariantCulture, $"Enhet {below:00}"));
                db.Set<Unit>().Add(unit);
                db.Set<Headcount>().AddRange(Enumerable.Range(1, 12).Select(month =>
                    Headcount.Create(employer.Id, unit.Id, "other", new DateOnly(Year, month, 1), Seed.Headcounts[_units.Count], fte: null)));
                _units.Add(unit.Id);
            }
        }

        await db.SaveChangesAsync();
        foreach (var reader in readers)
        {
            await services.GetRequiredService<IAccounts>().CreateAsync(reader.Id, reader.Email, TestHost.Password, CancellationToken.None);
        }

        await transaction.CommitAsync();
        foreach (var employer in _employers)
        {
            services.GetRequiredService<IOrgCharts>().Changed(employer.Id);
        }
    }
}
