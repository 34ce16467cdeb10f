using System.Net;
using IncidentReporting.Api.Tests.Cases;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: of two who write at once the second is told with both values, and nothing is overwritten.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class TwoEditorsTests
{
    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Correction_OnAnOlderVersion_Is412WithBothValues()
    {
        var id = await _world.ReportAsync(more: report =>
        {
            report["description"] = "Först skrivet.";
            report["counterpart"] = new System.Text.Json.Nodes.JsonObject { ["relation"] = "client" };
        });
        var read = await _world.GetAsync("employee", $"/incidents/{id}");
        (await _world.SendAsync("employee", "PATCH", $"/incidents/{id}", new { place = "client_home", description = "Den förstas ord." }, ("If-Match", read.ETag!))).Is(HttpStatusCode.OK);

        var second = await _world.SendAsync(
            "employee", "PATCH", $"/incidents/{id}", new { place = "reception", description = "Den andras ord.", counterpart = new { relation = "relative_of_client" }, safeNow = "yes" }, ("If-Match", read.ETag!));

        second.Is(HttpStatusCode.PreconditionFailed);
        var both = second.Body["both"]!.AsArray().ToDictionary(field => (string)field!["field"]!, field => field!.AsObject());
        var now = await _world.ReadAsync("employee", id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.Keys, Is.EquivalentTo((string[])["place", "description", "counterpart.relation"]), "safeNow stands as it was sent");
            Assert.That(((string?)both["place"]["current"], (string?)both["place"]["yours"]), Is.EqualTo(("client_home", "reception")));
            Assert.That(((string?)both["counterpart.relation"]["current"], (string?)both["counterpart.relation"]["yours"]), Is.EqualTo(("client", "relative_of_client")));
            Assert.That((bool)both["description"]["isText"]!, Is.True);
            Assert.That(second.Text, Does.Not.Contain("ord."), "no error carries case text");
            Assert.That(((string?)now["place"], (string?)now["description"]), Is.EqualTo(("client_home", "Den förstas ord.")));
        }
    }

    [Test]
    public async Task Correction_ByAColleagueWhoNoLongerSeesAField_DoesNotTellItsValue()
    {
        var id = await _world.ReportAsync("colleague", report => report["exposed"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["userId"] = _world.IdOf("employee") }));
        var read = await _world.GetAsync("colleague", $"/incidents/{id}");
        (await _world.PatchAsync("employee", $"/incidents/{id}", new { perceivedSeverity = 4, place = "client_home" })).Is(HttpStatusCode.OK);

        var second = await _world.SendAsync("colleague", "PATCH", $"/incidents/{id}", new { perceivedSeverity = 1, place = "reception" }, ("If-Match", read.ETag!));

        second.Is(HttpStatusCode.PreconditionFailed);
        Assert.That(second.Body["both"]!.AsArray().Select(field => (string?)field!["field"]), Is.EqualTo((string[])["place"]));
    }
}
