using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>The list of cases: its filters, its pages, and what it keeps to itself.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class CaseListTests
{
    private CaseWorld _world = null!;
    private readonly Dictionary<string, string> _cases = [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await CaseWorld.StartAsync();
        _cases["veiled"] = await _world.ReportAsync(more: report =>
        {
            report["kinds"] = new JsonArray("threat_veiled.gesture", "online_attack.insult");
            report["occurredAt"] = "2025-03-01T00:30:00+01:00";
            report["description"] = "hemlig-text";
        });
        _cases["direct"] = await _world.ReportAsync("colleague", report =>
        {
            report["kinds"] = new JsonArray("threat_direct");
            report["occurredAt"] = "2025-03-31T23:30:00+02:00";
        });
        _cases["other-unit"] = await _world.ReportAsync("outsider", report =>
        {
            report["kinds"] = new JsonArray("threat_direct.death");
            report["occurredAt"] = "2025-04-01T00:30:00+02:00";
        });
        _cases["draft"] = await _world.ReportAsync(more: report => report["draft"] = true);
        await _world.DoAsync("manager", _cases["direct"], "acknowledgement", new { message = "Hej" });
        await _world.WithAsync(async services =>
        {
            var veiled = new IncidentId(Guid.Parse(_cases["veiled"]));
            var past = services.GetRequiredService<TimeProvider>().Now().AddDays(-1);
            var db = services.GetRequiredService<IIncidentReportingDb>();
            await using var scope = await db.BeginAsync();
            await db.Set<Obligation>().Where(duty => duty.IncidentId == veiled && duty.Rule == "R1")
                .ExecuteUpdateAsync(change => change.SetProperty(duty => duty.DueAt, past));
            await scope.CommitAsync();
        });
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase("head", "", "other-unit", "direct", "veiled")]
    [TestCase("employee", "", "draft", "veiled")]
    [TestCase("manager", "", "direct", "veiled")]
    [TestCase("coordinator", "", "other-unit", "direct", "veiled")]
    [TestCase("head", "state=submitted", "other-unit", "veiled")]
    [TestCase("head", "state=acknowledged", "direct")]
    [TestCase("employee", "state=draft", "draft")]
    [TestCase("head", "kind=threat_direct", "other-unit", "direct")]
    [TestCase("head", "kind=threat_direct.death", "other-unit")]
    [TestCase("head", "kind=online_attack", "veiled")]
    [TestCase("head", "kind=physical_violence")]
    [TestCase("head", "unit=DEPARTMENT", "other-unit", "direct", "veiled")]
    [TestCase("head", "unit=UNIT", "direct", "veiled")]
    [TestCase("head", "unit=0198a000-0000-7000-8000-000000000000")]
    [TestCase("head", "from=2025-03-31", "other-unit", "direct")]
    [TestCase("head", "from=2025-04-01", "other-unit")]
    [TestCase("head", "to=2025-03-01", "veiled")]
    [TestCase("head", "from=2025-03-01&to=2025-03-31", "direct", "veiled")]
    [TestCase("manager", "responsible=me", "direct", "veiled")]
    [TestCase("rep", "responsible=me")]
    [TestCase("head", "overdue=false", "other-unit", "direct")]
    [TestCase("head", "overdue=true", "veiled")]
    [TestCase("head", "number=NUMBER", "direct")]
    [TestCase("head", "number=1999-000001")]
    public async Task List_ByFilter_HoldsTheCasesNewestFirst(string reader, string filter, params string[] expected)
    {
        var number = (string)(await _world.ReadAsync("manager", _cases["direct"]))["number"]!;
        var query = filter.Replace("NUMBER", number, StringComparison.Ordinal).Replace("UNIT", _world.Unit.Value.ToString(), StringComparison.Ordinal)
            .Replace("DEPARTMENT", _world.Department.Value.ToString(), StringComparison.Ordinal);

        var reply = await _world.GetAsync(reader, $"/incidents?{query}");

        reply.Is(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Body["items"]!.AsArray().Select(item => _cases.First(known => known.Value == (string)item!["id"]!).Key), Is.EqualTo(expected));
            Assert.That(reply.Body.ContainsKey("next"));
            Assert.That(reply.Text, Does.Not.Contain("hemlig"));
        }
    }

    [TestCase("limit=0", "limit")]
    [TestCase("limit=201", "limit")]
    [TestCase("limit=many", "limit")]
    [TestCase("after=nowhere", "after")]
    [TestCase("state=lost", "state")]
    [TestCase("kind=nonsense", "kind")]
    [TestCase("responsible=you", "responsible")]
    [TestCase("unit=here", "unit")]
    [TestCase("overdue=maybe", "overdue")]
    [TestCase("from=yesterday", "from")]
    [TestCase("to=2025-02-30", "to")]
    [TestCase("sort=oldest", "sort")]
    [TestCase("State=submitted", "State")]
    public async Task List_WithAnUnusableParameter_Is422NamingIt(string query, string name) =>
        (await _world.GetAsync("manager", $"/incidents?{query}")).IsInvalid(name);

    [TestCase("/incidents/{0}?full=true")]
    [TestCase("/incidents/{0}/timeline?limit=3")]
    [TestCase("/incidents/{0}/reads?who=me")]
    public async Task Route_WithAnUnknownQueryParameter_Is422(string path) =>
        (await _world.GetAsync("employee", string.Format(null, path, _cases["veiled"]))).Is(HttpStatusCode.UnprocessableEntity);

    [Test]
    public async Task Case_ByNumber_IsTheSameCase()
    {
        var byId = await _world.GetAsync("manager", $"/incidents/{_cases["direct"]}");

        var byNumber = await _world.GetAsync("manager", $"/incidents/{byId.Body["number"]}");

        Assert.That(byNumber.Body["id"]!.ToString(), Is.EqualTo(_cases["direct"]));
        Assert.That(byNumber.ETag, Is.EqualTo(byId.ETag));
    }

    [TestCase("nonsense")]
    [TestCase("0198a000-0000-7000-8000-000000000000")]
    [TestCase("2026-999999")]
    public async Task Case_ThatIsNone_Is404(string id) => (await _world.GetAsync("manager", $"/incidents/{id}")).Is(HttpStatusCode.NotFound);

    [Test]
    public async Task Pages_WithNewCasesBetween_RepeatAndLoseNothing()
    {
        await using var world = await CaseWorld.StartAsync();
        var cases = new List<string>();
        for (var count = 0; count < 3; count++)
        {
            cases.Insert(0, await world.ReportAsync());
        }

        var mine = new List<string>();
        var first = await world.GetAsync("head", "/incidents?limit=2");
        mine.AddRange(first.Body["items"]!.AsArray().Select(item => (string)item!["id"]!));
        await world.ReportAsync("outsider");

        var second = await world.GetAsync("head", $"/incidents?limit=2&after={first.Body["next"]}");
        mine.AddRange(second.Body["items"]!.AsArray().Select(item => (string)item!["id"]!));

        Assert.That(mine, Is.EqualTo(cases));
        Assert.That(second.Body["next"], Is.Null);
    }
}
