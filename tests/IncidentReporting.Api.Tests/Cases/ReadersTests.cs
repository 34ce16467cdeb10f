using System.Net;
using System.Text.Json.Nodes;

namespace IncidentReporting.Api.Tests.Cases;

/// <summary>Who is said to read a case is who can.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ReadersTests
{
    private static readonly string[] Everyone = ["employee", "colleague", "manager", "deputy", "head", "rep", "headrep", "coordinator", "outsider", "analyst", "auditor", "admin", "dpo"];

    private CaseWorld _world = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _world = await CaseWorld.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Readers_OfACase_AreThoseWhoCanOpenIt(bool bypass)
    {
        var id = await _world.ReportAsync("colleague", report =>
        {
            report["bypassManager"] = bypass;
            report["description"] = "Text.";
            report["exposed"] = new JsonArray(new JsonObject { ["userId"] = _world.IdOf("employee") });
        });

        var told = Named(await GroupsAsync("employee", $"/incidents/{id}/readers"), "core");
        var text = await GroupsAsync("employee", $"/incidents/{id}/readers");

        var opening = new List<string>();
        var readingText = new List<string>();
        foreach (var name in Everyone)
        {
            var reply = await _world.GetAsync(name, $"/incidents/{id}");
            if (reply.Status == HttpStatusCode.OK)
            {
                opening.Add(name);
                if (reply.Body.Has("description"))
                {
                    readingText.Add(name);
                }
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(told, Is.EquivalentTo(opening));
            Assert.That(Named(text, "narrative"), Is.EquivalentTo(readingText));
            Assert.That(opening.Contains("manager"), Is.EqualTo(!bypass));
        }
    }

    [TestCase("core", "exposed employee", "manager manager", "deputy deputy", "next_manager head", "safety_representative rep", "head_safety_representative headrep", "coordinator coordinator")]
    [TestCase("health", "exposed employee", "manager manager", "deputy deputy", "next_manager head")]
    [TestCase("counterpart_identity", "exposed employee", "manager manager", "deputy deputy", "next_manager head", "safety_representative rep", "head_safety_representative headrep")]
    [TestCase("influence", "exposed employee")]
    [TestCase("handling", "manager manager", "deputy deputy", "next_manager head")]
    public async Task Readers_OfADraft_AreThoseOfTheSentReport(string group, params string[] expected)
    {
        var draft = await _world.ReportAsync(more: report => report["draft"] = true);

        var readers = await GroupsAsync("employee", $"/incidents/{draft}/readers");
        var ofNew = await GroupsAsync("employee", $"/units/{_world.Unit.Value}/readers");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(InRoles(readers, group), Is.EqualTo(expected));
            Assert.That(InRoles(ofNew, group), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Readers_PastTheManager_AreWithoutHerAndHerDeputy()
    {
        var readers = await GroupsAsync("employee", $"/units/{_world.Unit.Value}/readers?bypassManager=true");

        Assert.That(Named(readers, "narrative"), Is.EquivalentTo(["employee", "head", "rep", "headrep"]));
    }

    [Test]
    public async Task Identity_ToTheRepresentative_IsReadWithAReason()
    {
        var readers = await GroupsAsync("employee", $"/units/{_world.Unit.Value}/readers");

        Assert.That(readers["counterpart_identity"].Where(reader => (string)reader!["sees"]! == "with_reason").Select(Name), Is.EquivalentTo(["rep", "headrep"]));
    }

    [Test]
    public async Task Readers_OfSomebodyElsesDraft_AreHidden()
    {
        var draft = await _world.ReportAsync(more: report => report["draft"] = true);

        (await _world.GetAsync("manager", $"/incidents/{draft}/readers")).Is(HttpStatusCode.NotFound);
        (await _world.GetAsync("private-employee", $"/units/{_world.Unit.Value}/readers")).Is(HttpStatusCode.NotFound);
    }

    private async Task<Dictionary<string, JsonArray>> GroupsAsync(string name, string path)
    {
        var reply = await _world.GetAsync(name, path);
        reply.Is(HttpStatusCode.OK);
        return reply.Body["groups"]!.AsArray().ToDictionary(group => (string)group!["group"]!, group => group!["readers"]!.AsArray());
    }

    private static List<string> Named(Dictionary<string, JsonArray> groups, string group) => [.. groups[group].Select(Name)];

    private static List<string> InRoles(Dictionary<string, JsonArray> groups, string group) => [.. groups[group].Select(reader => $"{reader!["role"]} {Name(reader)}")];

    private static string Name(JsonNode? reader) => ((string)reader!["name"]!).Replace("Person ", string.Empty, StringComparison.Ordinal);
}
