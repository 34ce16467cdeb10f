using System.Net;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Whom one may keep out of a case, and whom one may let in again, is said by the service and not by the page.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ExclusionTests
{
    private CaseWorld _world = null!;
    private string _case = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [SetUp]
    public async Task ReportAsync() => _case = await _world.ReportAsync();

    [Test]
    public async Task Candidates_PageByPage_AreEveryoneElseOnceAndReadersFirst()
    {
        var (found, after) = (new List<(string Id, string? Reads)>(), string.Empty);
        do
        {
            var page = (await _world.GetAsync("employee", $"/incidents/{_case}/exclusions/candidates?limit=2{after}")).Body;
            found.AddRange(page["items"]!.AsArray().Select(item => ((string)item!["id"]!, (string?)item["reads"])));
            after = (string?)page["next"] is { } next ? $"&after={next}" : string.Empty;
        }
        while (after.Length > 0);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(one => one.Id), Is.Unique);
            Assert.That(found.Select(one => one.Id), Is.SupersetOf(new[] { "colleague", "manager", "head", "rep", "headrep", "coordinator", "outsider", "auditor" }.Select(_world.IdOf)));
            Assert.That(found.Select(one => one.Id), Does.Not.Contain(_world.IdOf("employee")).And.Not.Contain(_world.IdOf("private-employee")));
            Assert.That(found.Select(one => one.Reads is null), Is.Ordered, "who reads it comes first");
        }
    }

    [Test]
    public async Task Candidates_SearchedByName_AreThoseOfThatName()
    {
        var found = (await _world.GetAsync("employee", $"/incidents/{_case}/exclusions/candidates?search=OUTSID")).Body["items"]!.AsArray();

        Assert.That(found.Select(item => (string?)item!["id"]), Is.EqualTo([_world.IdOf("outsider")]));
    }

    [TestCase("employee", true)]
    [TestCase("coordinator", false)]
    public async Task Representative_IsOfferedToTheExposedPersonOnlyAndSoRefused(string asker, bool offered)
    {
        var found = (await _world.GetAsync(asker, $"/incidents/{_case}/exclusions/candidates?limit=200")).Body["items"]!.AsArray();
        var reply = await _world.PostAsync(asker, $"/incidents/{_case}/exclusions", new { userId = _world.IdOf("rep"), reason = "Närstående" });

        Assert.That(found.Any(item => (string?)item!["id"] == _world.IdOf("rep")), Is.EqualTo(offered));
        Assert.That(reply.Status, Is.EqualTo(offered ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity), reply.Text);
    }

    [Test]
    public async Task Candidates_OfWhoMayKeepNobodyOut_AreRefused() =>
        Assert.That((await _world.GetAsync("manager", $"/incidents/{_case}/exclusions/candidates")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("employee", "employee", true)]
    [TestCase("employee", "coordinator", false)]
    [TestCase("coordinator", "coordinator", true)]
    [TestCase("coordinator", "employee", true)]
    [TestCase("coordinator", "manager", false)]
    public async Task Exclusion_ToEachReader_SaysWhetherSheMayLiftIt(string decidedBy, string reader, bool mayLift)
    {
        var made = await _world.PostAsync(decidedBy, $"/incidents/{_case}/exclusions", new { userId = _world.IdOf("outsider"), reason = "Närstående" });
        var shown = (await _world.ReadAsync(reader, _case))["exclusions"]![0]!;
        var lifted = await _world.SendAsync(reader, "DELETE", $"/incidents/{_case}/exclusions/{shown["id"]}");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        Assert.That((bool?)shown["mayLift"], Is.EqualTo(mayLift));
        Assert.That(lifted.Status is HttpStatusCode.OK, Is.EqualTo(mayLift), lifted.Text);
    }
}
