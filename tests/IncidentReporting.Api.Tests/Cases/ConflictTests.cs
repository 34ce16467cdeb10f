using System.Net;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>What comes to light after the report: a conflict, a lost role, another's words.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ConflictTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Manager_NamedAsCounterpartAfterwards_LosesTheCaseToTheNext()
    {
        var id = await _world.ReportAsync();
        (await _world.GetAsync("manager", $"/incidents/{id}")).Is(HttpStatusCode.OK);

        (await _world.PatchAsync("employee", $"/incidents/{id}", new { counterpart = new { relation = "manager_person" } })).Is(HttpStatusCode.OK);

        (await _world.GetAsync("manager", $"/incidents/{id}")).Is(HttpStatusCode.NotFound);
        (await _world.GetAsync("deputy", $"/incidents/{id}")).Is(HttpStatusCode.NotFound);
        Assert.That((await _world.DoAsync("head", id, "acknowledgement", new { message = "Jag tar det." })).State(), Is.EqualTo("acknowledged"));
    }

    [Test]
    public async Task Reporter_AfterTheExposedHasRewritten_DoesNotReadTheNewWords()
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["description"] = "Kollegans ord.";
            report["exposed"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["userId"] = _world.IdOf("employee") });
        });
        Assert.That((string?)(await _world.ReadAsync("colleague", id))["description"], Is.EqualTo("Kollegans ord."));

        (await _world.PatchAsync("employee", $"/incidents/{id}", new { description = "Den utsattas ord." })).Is(HttpStatusCode.OK);

        var seen = await _world.ReadAsync("colleague", id);
        Assert.That(seen.Has("description"), Is.False);
        Assert.That(seen["withheld"].Strings(), Does.Contain("description"));
        Assert.That((string?)(await _world.ReadAsync("manager", id))["description"], Is.EqualTo("Den utsattas ord."));
    }

    [Test]
    public async Task Batch_WithItemsThatSayNoDraft_IsReported()
    {
        var item = CaseWorld.Report(report => report["draft"] = false);

        (await _world.PostAsync("employee", "/incidents/batch", new { incidents = new[] { item } })).Is(HttpStatusCode.Created);

        item["draft"] = true;
        (await _world.PostAsync("employee", "/incidents/batch", new { incidents = new[] { item } })).IsInvalid("incidents[0].draft");
    }

    [Test]
    public async Task Policy_WithEveryRuleShortenedToSeconds_IsTaken()
    {
        var policy = await _world.GetAsync("admin", "/follow-up-policy");
        var body = policy.Body;
        foreach (var rule in body["rules"]!.AsArray())
        {
            rule!["due"] = "PT2S";
            rule["calendar"] = "none";
        }

        (await _world.SendAsync("admin", "PUT", "/follow-up-policy", body, ("If-Match", policy.ETag!))).Is(HttpStatusCode.OK);
    }

    [Test]
    public async Task Handler_FoundToHaveBeenHit_NoLongerHandlesTheCase()
    {
        var id = await _world.ReportAsync();
        await _world.DoAsync("manager", id, "handler", new { userId = _world.IdOf("coordinator") }, "PUT");
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { exposed = new[] { new { userId = _world.IdOf("employee") }, new { userId = _world.IdOf("coordinator") } } })).Is(HttpStatusCode.OK);

        Assert.That((await _world.ReadAsync("coordinator", id))["yourRoles"].Strings(), Is.EqualTo(["exposed", "coordinator"]));
        Assert.That((await _world.DoAsync("manager", id, "acknowledgement", new { message = "Jag tar det." })).State(), Is.EqualTo("acknowledged"));
    }

    [Test]
    public async Task Case_WithoutAManager_IsNotReturnedUpwardByWhoActsInHerPlace()
    {
        var id = await _world.ReportAsync();
        foreach (var manager in (string[])["manager", "head"])
        {
            (await _world.PostAsync("employee", $"/incidents/{id}/exclusions", new { userId = _world.IdOf(manager), reason = "Närstående" })).Is(HttpStatusCode.Created);
        }

        Assert.That((await _world.ReadAsync("coordinator", id))["allowedActions"].Strings(), Does.Contain("acknowledge").And.Not.Contain("return_upward"));
        (await _world.PostAsync("coordinator", $"/incidents/{id}/return", new { reason = "Det finns ingen ovanför." })).Is(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Handler_WithoutARoleToHandleIn_NoLongerKnowsTheCase()
    {
        var id = await _world.ReportAsync();
        await _world.DoAsync("manager", id, "handler", new { userId = _world.IdOf("coordinator") }, "PUT");
        Assert.That((await _world.ReadAsync("coordinator", id)).Has("description"), Is.True);

        (await _world.SendAsync("admin", "PUT", $"/users/{_world.IdOf("coordinator")}/roles", new { roles = Array.Empty<object>() })).Is(HttpStatusCode.OK);

        (await _world.GetAsync("coordinator", $"/incidents/{id}")).Is(HttpStatusCode.NotFound);
    }
}
