using System.Data.Common;
using System.Globalization;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Demonstration;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Persistence;

/// <summary>What is written many rows at once is what a save would have written.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BulkInsertTests(DatabaseProvider provider)
{
    private const int Cases = 120;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 14, 30, 0, 123, TimeSpan.Zero);

    private static readonly string[] Tables =
    [
        "Incidents", "IncidentExposed", "IncidentSupportOffers", "IncidentSupportRatings", "IncidentPoliceEvents", "IncidentNotices", "IncidentActions", "IncidentFollowUps",
        "IncidentInfluences", "IncidentNotes", "IncidentClosureProposals", "IncidentClosureAnswers", "StatFact", "LogEntry",
    ];

    private TestDatabase _saved = null!;
    private TestDatabase _written = null!;

    [SetUp]
    public async Task CreateDatabases() => (_saved, _written) = (await TestDatabase.CreateAsync(provider), await TestDatabase.CreateAsync(provider));

    [TearDown]
    public async Task DeleteDatabases()
    {
        await _saved.DisposeAsync();
        await _written.DisposeAsync();
    }

    [Test]
    public async Task Cases_WrittenAtOnce_EqualThoseSaved()
    {
        var organisation = DemoOrganisation.Make(Now);
        var cases = Make(organisation);
        var log = cases.SelectMany(one => one.Incident.TakeEvents().Select(happened => CaseLog.Of(one.Incident, happened))).ToList();
        await using (var db = _saved.Open())
        {
            await AddEmployersAsync(db, organisation);
            db.AddRange(cases.Select(one => one.Incident));
            db.AddRange(log);
            await db.SaveChangesAsync();
        }

        await using (var db = _written.Open())
        {
            await AddEmployersAsync(db, organisation);
            await using var scope = await db.BeginAsync();
            await new CaseTables(db).WriteAsync(CaseTables.Prepare(cases.Select(one => (one.Incident, one.Chart.Employer))), log, [], default);
            await scope.CommitAsync();
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var table in Tables)
            {
                var expected = await RowsOfAsync(_saved, table);
                Assert.That(expected, Is.Not.Empty, table);
                Assert.That(await RowsOfAsync(_written, table), Is.EqualTo(expected), table);
            }

            Assert.That(await TextsOfAsync(_written), Is.EqualTo(await TextsOfAsync(_saved)));
        }
    }

    [Test]
    public async Task Keys_OfCasesWrittenAtOnce_AreThoseOfTheirFacts()
    {
        var organisation = DemoOrganisation.Make(Now);
        var cases = Make(organisation);
        await using var db = _written.Open();
        await AddEmployersAsync(db, organisation);
        await new CaseTables(db).WriteAsync(CaseTables.Prepare(cases.Select(one => (one.Incident, one.Chart.Employer))), [], [], default);

        var incidents = await db.Database.SqlQuery<long>($"""SELECT SUM("StatKey") AS "Value" FROM "Incidents" """).SingleAsync();
        var facts = await db.Database.SqlQuery<long>($"""SELECT SUM("StatKey") AS "Value" FROM "StatFact" WHERE "Fact" = 1""").SingleAsync();
        var exposed = await db.Database.SqlQuery<long>($"""SELECT SUM("StatKey") AS "Value" FROM "IncidentExposed" """).SingleAsync();
        var exposures = await db.Database.SqlQuery<long>($"""SELECT SUM("StatKey") AS "Value" FROM "StatFact" WHERE "Fact" = 2""").SingleAsync();

        Assert.That((incidents, exposed), Is.EqualTo((facts, exposures)));
    }

    [Test]
    public async Task Entities_WrittenAtOnce_AreReadAsTheyWere()
    {
        var organisation = DemoOrganisation.Make(Now);
        var unit = organisation.Units[2];
        Headcount[] rows = [Headcount.Create(unit.EmployerId, unit.Id, "needs_assessor", new DateOnly(2026, 10, 1), 18.5m, 16), Headcount.Create(unit.EmployerId, unit.Id, "other", new DateOnly(2026, 10, 1), 0, fte: null)];
        await using var db = _written.Open();
        await AddEmployersAsync(db, organisation);

        var written = await db.BulkInsertAsync(rows, default);

        Assert.That(written, Is.EqualTo(2));
        Assert.That((await db.Set<Headcount>().AsNoTracking().OrderBy(row => row.OccupationalGroup).ToListAsync()).Select(row => (row.UnitId, row.Month, row.Staff, row.Fte)),
            Is.EqualTo(rows.Select(row => (row.UnitId, row.Month, row.Staff, row.Fte))));
    }

    [Test]
    public async Task Rows_OfATransactionThatIsGivenUp_AreNotKept()
    {
        var organisation = DemoOrganisation.Make(Now);
        var unit = organisation.Units[2];
        await using var db = _written.Open();
        await AddEmployersAsync(db, organisation);
        await using (await db.BeginAsync())
        {
            await db.BulkInsertAsync([Headcount.Create(unit.EmployerId, unit.Id, "other", new DateOnly(2026, 10, 1), 1, fte: null)], default);
        }

        Assert.That(await db.Set<Headcount>().CountAsync(), Is.Zero);
    }

    private static List<DemoCase> Make(DemoOrganisation organisation)
    {
        var casts = DemoCast.Of([.. organisation.Charts], Now);
        var policies = casts.Select(cast => cast.Chart.Employer.Id).Distinct().ToDictionary(id => id, _ => new DemoPolicy(FollowUpPolicy.Default, VersionId: null));
        return [.. new DemoCases(casts, policies, new CaseCount(), 7, Now).Make(Cases, [])];
    }

    private static async Task AddEmployersAsync(AppDb db, DemoOrganisation organisation)
    {
        db.AddRange(organisation.Employers);
        db.AddRange(organisation.Units);
        await db.SaveChangesAsync();
        db.ClearTracked();
    }

    // What is sealed, as it opens.
    private static async Task<List<string>> TextsOfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var incidents = await db.Set<Incident>().AsNoTracking().OrderBy(incident => incident.Id).ToListAsync();
        return
        [
            .. incidents.Select(incident => string.Join('|', incident.Report.Description?.Value, incident.Report.CounterpartIdentity?.Value,
                incident.Report.Consequences.ToStored(), string.Join('|', incident.Notes.OrderBy(note => note.Id).Select(note => note.Text.Value)),
                string.Join('|', incident.Influences.Select(note => note.Outcomes.ToStored())))),
        ];
    }

    // Every column as the database gives it, but for the keys, which are drawn by chance, and what is sealed, which never looks the same twice.
    private static async Task<List<string>> RowsOfAsync(TestDatabase database, string table)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var sealing = db.Model.GetEntityTypes().Where(type => type.GetTableName() == table).Select(type => SealedType.Of(type)).FirstOrDefault();
        string[] drawn = ["StatKey", "SealKeyBy", "SealKey", .. sealing?.Texts.Select(text => text.Name.Split('.')[1]) ?? []];
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => drawn.Contains(reader.GetName(column)) ? $"{reader.GetName(column)} {reader.IsDBNull(column)}" : Told(reader, column))));
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Told(DbDataReader reader, int column) => $"{reader.GetName(column)}={reader.GetValue(column) switch
    {
        DBNull => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        var value => value.GetType().Name + Convert.ToString(value, CultureInfo.InvariantCulture),
    }}";
}
