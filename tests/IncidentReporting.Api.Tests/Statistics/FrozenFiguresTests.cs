using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Cases;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>Same records, same number; frozen is frozen; gates look at nothing but what is published; and what is outside the grid is refused.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class FrozenFiguresTests
{
    private static readonly string[] Columns = ["Fact", "Month", "UnitId", "SourceId", "Combo", "Flags", "StatKey", "PersonId"];
    private static readonly string[] Incidents = ["", "kind", "policeStatus", "police2", "setting", "policeStatus,setting", "kind,setting", "kind,police2,setting"];
    private static readonly string[] Exposures = ["", "occupationalGroup", "support", "support2", "kind,occupationalGroup", "setting,support2"];

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Random _random = new(4);
    private readonly CellProtection _protection = new(PerturbationTables.Pt1, new KeyedSlots(Convert.FromBase64String(TestStatistics.Key)));
    private CaseWorld _world = null!;
    private List<string> _cases = null!;
    private string _home = string.Empty;
    private string _provider = string.Empty;
    private string _municipality = string.Empty;
    private int _year;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync(StatisticsHost.With(_time), StatisticsHost.Settings);
        var occurred = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddHours(-2), TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        _year = occurred.Year;
        _cases = [];
        for (var report = 0; report < 6; report++)
        {
            _cases.Add(await _world.ReportAsync());
        }

        await FillAsync(occurred.Month);
        await MoveToAsync(new DateTimeOffset(_year + 1, 2, 2, 8, 0, 0, TimeSpan.Zero));
        Assert.That(await _world.Host.FreezeAsync(), Is.Positive);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    [Order(1)]
    public async Task SameRecords_ByTwoPaths_AreOneNumber()
    {
        var units = (await TableAsync("employee", $"node={_municipality}&by=setting&children=units"))["children"]!.AsArray();
        var fine = Cells(await TableAsync("private-employee", $"node={_provider}&by=policeStatus"));
        var coarse = Cells(await TableAsync("private-employee", $"node={_provider}&by=police2"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var by in Incidents.Select(by => "by=" + by).Concat(Exposures.Select(by => "measure=exposures&by=" + by)))
            {
                // An employer of one unit, and a sector of one employer.
                var employer = await TableAsync("private-employee", $"node={_provider}&{by}");
                var unit = await TableAsync("private-manager", $"node={_home}&{by}");
                var sector = await TableAsync("reader", $"node=sector:private_provider&{by}");
                Assert.That(Cells(unit), Is.EqualTo(Cells(employer)), by);
                Assert.That(Cells(sector), Is.EqualTo(Cells(employer)), by);
                Assert.That(Total(unit), Is.EqualTo(Total(employer)), by);
            }

            Assert.That(fine, Has.None.Contain("closed"));
            Assert.That(coarse.Single(cell => cell.Contains("\"undecided\"", StringComparison.Ordinal)).Replace("police2", "policeStatus", StringComparison.Ordinal), Is.AnyOf([.. fine]));
            Assert.That(
                Cells(units.Single(unit => (string)unit!["node"]!["id"]! == _world.Unit.Value.ToString())!.AsObject()),
                Is.EqualTo(Cells(await TableAsync("rep", $"node={_world.Unit.Value}&by=setting"))), "as one of all units, and alone");
            Assert.That(await DumpAsync("analyst"), Is.EqualTo(await DumpAsync("employee")), "two users");
        }

        var today = await DumpAsync("employee");
        await MoveToAsync(_time.GetUtcNow().AddDays(1));
        var tomorrow = await DumpAsync("employee");
        await _world.Host.RebuildAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tomorrow, Is.EqualTo(today), "two days");
            Assert.That(await DumpAsync("employee"), Is.EqualTo(today), "built anew");
        }
    }

    [Test]
    [Order(2)]
    public async Task Question_OutsideTheGrid_IsRefusedAndSaysWhatIsPermitted()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (query, path, says) in new[]
            {
                ("table?by=kind:threat_veiled", "by", "setting"), ("table?by=kind&kind=threat_veiled,threat_direct", "kind", "parameter"), ("table?by=age", "by", "setting"),
                ("table?by=kind%2BpoliceStatus", "by", "setting"), ("table?measure=exposures&by=kind,policeStatus,setting,occupationalGroup", "by", "3"),
                ("table?by=kind,kind", "by", ""), ("table?by=policeStatus,police2", "by", ""), ("table?measure=exposures&by=support,support2", "by", ""),
                ("table?measure=persons&by=occupationalGroup,repeat", "by", "1"), ($"table?period={_year}-01..{_year}-06", "period", "2025-Q1"), ($"table?period={_year}-H1", "period", "2025-Q1"),
                ($"table?period={_year}-01,{_year}-02", "period", "2025-Q1"), ($"table?period={_year}-01&period={_year}-02", "period", "2025-Q1"), ($"table?from={_year}-01&to={_year}-06", "from", "parameter"),
                ($"table?period={_year + 1}", "period", _year.ToString(CultureInfo.InvariantCulture)), ("table?period=rolling", "period", "2025-Q1"),
                ($"table?measure=persons&period={_year}-Q1", "period", ""), ($"table?node={_world.Unit.Value},{_world.OtherUnit.Value}", "node", "grid"),
                ($"table?node={_world.Unit.Value}&node={_world.OtherUnit.Value}", "node", "grid"), ($"table?node={Guid.NewGuid()}", "node", "grid"), ($"table?node={_home}", "node", "grid"),
                ($"table?node={_provider}", "node", "grid"), ($"table?node={_world.Department.Value}", "node", "grid"), ("table?node=county:99", "node", "grid"), ("table?measure=reports", "measure", "incidents"),
                ($"table?node={_world.Unit.Value}&children=units", "children", ""), ("table?node=national&children=units", "children", ""), ("table?children=departments", "children", "units"),
                ("series?by=kind,setting", "by", "1"), ("series?period=week", "period", "quarter"), ($"series?node={_world.Department.Value}", "node", "grid"),
            })
            {
                var reply = await _world.GetAsync("employee", "/statistics/" + query);
                Assert.That((reply.Status, reply.Status == HttpStatusCode.UnprocessableEntity ? reply.Errors.FirstOrDefault() : reply.Text), Is.EqualTo((HttpStatusCode.UnprocessableEntity, path)), query);
                Assert.That(reply.Text, Does.Contain(says), query);
            }

            foreach (var node in (string[])[_home, _world.Unit.Value.ToString(), _municipality])
            {
                (await _world.GetAsync("reader", $"/statistics/table?node={node}")).IsInvalid("node");
            }
        }
    }

    [Test]
    [Order(3)]
    public async Task Frozen_WhateverHappensToIncidents_StaysUntilTheScheduledFreeze()
    {
        var preliminary = await DumpAsync("employee");
        await ChangeAsync(_cases[0], _cases[1], _cases[2]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _world.Host.FreezeAsync(), Is.Zero);
            Assert.That(await DumpAsync("employee"), Is.EqualTo(preliminary));
        }

        await MoveToAsync(new DateTimeOffset(_year + 1, 3, 30, 20, 0, 0, TimeSpan.Zero));
        await _world.Host.FreezeAsync();
        Assert.That(await DumpAsync("employee"), Is.EqualTo(preliminary), "the day before");

        await MoveToAsync(new DateTimeOffset(_year + 1, 3, 31, 8, 0, 0, TimeSpan.Zero));
        Assert.That(await _world.Host.FreezeAsync(), Is.Positive);
        var final = await DumpAsync("employee");
        Assert.That(Values(final), Is.Not.EqualTo(Values(preliminary)), "what is late enters once");

        await ChangeAsync(_cases[3], _cases[4], _cases[5]);
        Assert.That(await _world.Host.FreezeAsync(), Is.Zero);
        Assert.That(await DumpAsync("employee"), Is.EqualTo(final));

        await MoveToAsync(new DateTimeOffset(_year + 2, 4, 1, 8, 0, 0, TimeSpan.Zero));
        await _world.Host.FreezeAsync();
        await _world.Host.RebuildAsync();
        using var connection = _world.Host.OpenDatabase();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await DumpAsync("employee"), Is.EqualTo(final), "a year later, built anew");
            Assert.That(connection.Read("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM \"StatRelease\" GROUP BY \"Year\", \"Month\")").Single()[0], Is.LessThanOrEqualTo(2));
        }
    }

    [Test]
    [Order(4)]
    public async Task Gates_OnOtherDataWithTheSamePublishedTotals_AreOpenAndClosedAlike()
    {
        var before = await DumpAsync("employee");
        Replace();
        var after = await DumpAsync("employee");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Pattern(after), Is.EqualTo(Pattern(before)));
            Assert.That(Pattern(before), Has.Some.Contains("too_small_for_table").And.Some.Contains("few_staff"));
            Assert.That(Values(after), Is.Not.EqualTo(Values(before)), "the cells themselves are others");
        }
    }

    // Every total becomes another count and key that is published alike, and everything else that gates must not look at is emptied.
    private void Replace()
    {
        using var connection = _world.Host.OpenDatabase();
        foreach (var row in connection.Read("SELECT \"Fact\", \"NodeId\", \"Period\", \"N\", \"KeySum\" FROM \"StatTotal\""))
        {
            var measure = (long)row[0] == (long)StatFactKind.Persons ? NoiseMeasure.Persons : NoiseMeasure.Incidents;
            var published = _protection.Publish(measure, new CellSum((long)row[3], (uint)(long)row[4]));
            var other = Enumerable.Range(0, 100_000).Select(_ => new CellSum(Math.Max(1, (long)row[3] + _random.Next(-4, 5)), (uint)_random.NextInt64(1L << 32)))
                .First(sum => sum.Count != (long)row[3] && _protection.Publish(measure, sum) == published);
            connection.Do(
                "UPDATE \"StatTotal\" SET \"N\" = @n, \"KeySum\" = @key WHERE \"Fact\" = @fact AND \"NodeId\" = @node AND \"Period\" = @period",
                ("@n", other.Count), ("@key", (long)other.Key), ("@fact", row[0]), ("@node", row[1]), ("@period", row[2]));
        }

        foreach (var table in (string[])["StatCube", "StatMargin", "ReleaseFact", "StatFact", "PersonYear"])
        {
            connection.Do($"DELETE FROM \"{table}\"");
        }
    }

    // Created, told otherwise, gone further with the police, withdrawn, moved to another unit, erased.
    private async Task ChangeAsync(string withdrawn, string changed, string erased)
    {
        await _world.ReportAsync(more: report => report["occurredAt"] = _time.GetUtcNow().AddDays(-20).ToString("O", CultureInfo.InvariantCulture));
        (await _world.PatchAsync("employee", $"/incidents/{changed}", new { place = "client_home", kinds = (string[])["threat_veiled"] })).Is(HttpStatusCode.OK);
        (await _world.PostAsync("employee", $"/incidents/{withdrawn}/withdrawal", new { })).Is(HttpStatusCode.OK);
        await _world.WithAsync(async services =>
        {
            var db = services.GetRequiredService<IIncidentReportingDb>();
            await using var scope = await db.BeginAsync();
            db.Set<Incident>().Remove(db.Set<Incident>().Single(incident => incident.Id == new IncidentId(Guid.Parse(erased))));
            await db.SaveChangesAsync();
            await scope.CommitAsync();
        });

        // Of the facts that were put in beside the cases.
        const string Keys = "SELECT \"StatKey\" FROM \"StatFact\" WHERE \"Fact\" = 1 AND \"UnitId\" = @unit ORDER BY \"StatKey\"";
        var unit = ("@unit", (object?)_world.Unit.Value.ToByteArray(bigEndian: true));
        using var connection = _world.Host.OpenDatabase();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(connection.Do($"DELETE FROM \"StatFact\" WHERE \"StatKey\" IN ({Keys} LIMIT 9)", unit), Is.GreaterThanOrEqualTo(9));
            Assert.That(
                connection.Do($"UPDATE \"StatFact\" SET \"UnitId\" = @to WHERE \"StatKey\" IN ({Keys} LIMIT 5)", unit, ("@to", _world.OtherUnit.Value.ToByteArray(bigEndian: true))),
                Is.GreaterThanOrEqualTo(5));
        }
    }

    private async Task MoveToAsync(DateTimeOffset at)
    {
        _time.MoveTo(at);
        _world.ForgetSessions();
        await Task.CompletedTask;
    }

    private async Task FillAsync(int month)
    {
        await _world.WithAsync(async services =>
        {
            var db = services.GetRequiredService<IIncidentReportingDb>();
            var employers = db.Set<Employer>().ToList();
            var home = db.Set<Unit>().Single(unit => unit.Name == "HVB Granen");
            _home = home.Id.Value.ToString();
            _provider = home.EmployerId.Value.ToString();
            _municipality = employers.Single(employer => employer.Name == "Testkommun").Id.Value.ToString();
            foreach (var unit in db.Set<Unit>().Where(unit => unit.Id == _world.Unit || unit.Id == home.Id || unit.Id == _world.OtherUnit).ToList())
            {
                db.Set<Headcount>().Add(Headcount.Create(unit.EmployerId, unit.Id, "other", new DateOnly(_year, month, 1), unit.Id == _world.OtherUnit ? 8 : 30, fte: null));
            }

            await using var scope = await db.BeginAsync();
            await db.SaveChangesAsync();
            await scope.CommitAsync();
        });

        using var connection = _world.Host.OpenDatabase();
        connection.Insert("StatFact", Columns, Facts(Guid.Parse(_home), 130).Concat(Facts(_world.Unit.Value, 70)).Concat(Facts(_world.OtherUnit.Value, 22)));
    }

    private IEnumerable<object?[]> Facts(Guid unit, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var (month, key, kinds, police, setting) = ((_year * 100) + 1 + _random.Next(12), _random.NextInt64(1L << 32), 1 << _random.Next(5), _random.Next(4), _random.Next(3));
            var (at, source) = (unit.ToByteArray(bigEndian: true), Guid.NewGuid().ToByteArray(bigEndian: true));
            yield return [1, month, at, source, Codebook.Incidents.Combine(kinds, police, setting), 0, key, null];
            yield return
            [
                2, month, at, source, Codebook.Exposures.Combine(kinds, police, setting, _random.Next(6), _random.Next(4)), 0, key, Guid.NewGuid().ToByteArray(bigEndian: true),
            ];
        }
    }

    /// <summary>Every table and series of the year that the person's employer, its units and the country have.</summary>
    private async Task<List<string>> DumpAsync(string person)
    {
        var dump = new List<string>();
        foreach (var node in (string[])[$"{_municipality}&children=units", "national"])
        {
            foreach (var period in (string[])[$"{_year}", $"{_year}-Q4", $"{_year}-Q2", $"{_year}-11", $"{_year}-03"])
            {
                foreach (var by in Incidents.Select(by => "by=" + by).Concat(Exposures.Select(by => "measure=exposures&by=" + by)))
                {
                    dump.Add((await _world.GetAsync(person, $"/statistics/table?node={node}&period={period}&{by}")).Text);
                }
            }
        }

        foreach (var unit in (string[])[_municipality, _world.Unit.Value.ToString(), _world.OtherUnit.Value.ToString()])
        {
            dump.Add((await _world.GetAsync(person, $"/statistics/series?node={unit}&by=setting&from={_year}-01&to={_year}-12")).Text);
            dump.Add((await _world.GetAsync(person, $"/statistics/table?measure=persons&node={unit}&period={_year}&by=repeat")).Text);
        }

        Assert.That(dump, Has.All.Contain("\"note\""));
        return dump;
    }

    private async Task<JsonObject> TableAsync(string person, string query)
    {
        var reply = await _world.GetAsync(person, $"/statistics/table?period={_year}&{query}");
        reply.Is(HttpStatusCode.OK);
        return reply.Body;
    }

    private static List<string> Cells(JsonObject table) => [.. table["cells"]!.AsArray().Select(cell => cell!.ToJsonString())];

    private static string Total(JsonObject table) => table["total"]!.ToJsonString();

    private static List<string> Values(IEnumerable<string> dump) => [.. dump.Select(text => string.Join(' ', Parts(text).Select(part => part["cells"]!.ToJsonString())))];

    /// <summary>Of each table, unit and point: the total, whether and why it is closed, and which of its cells are.</summary>
    private static List<string> Pattern(IEnumerable<string> dump) =>
    [
        .. dump.Select(text => string.Join(' ', Parts(text).Select(part =>
            $"{part["total"]!.ToJsonString()} {part["closed"]?["code"]} {string.Concat(part["cells"]!.AsArray().Select(cell => (string)cell!["state"]! == "closed" ? 'x' : 'o'))}"))),
    ];

    private static IEnumerable<JsonObject> Parts(string text)
    {
        var body = JsonNode.Parse(text)!.AsObject();
        return body["items"] is JsonArray points ? points.Select(point => point!.AsObject())
            : [body, .. body["children"] is JsonArray children ? children.Select(child => child!.AsObject()) : []];
    }
}
