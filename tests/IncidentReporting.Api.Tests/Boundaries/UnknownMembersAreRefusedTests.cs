using System.Text.Json.Nodes;
using IncidentReporting.Api.Tests.Access;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: nothing is set that a route does not name. Every route that takes a body refuses members of its own making, such as an id, an actor or a time.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class UnknownMembersAreRefusedTests
{
    private static readonly string[] Smuggled = ["id", "number", "state", "version", "employerId", "reporterId", "actorId", "actorRole", "createdAt", "submittedAt", "isAdministrator", "__proto__"];

    private AccessWorld _world = null!;
    private Walk _walk = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await AccessWorld.StartAsync();
        _walk = new Walk(_world);
        await _walk.PrepareAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Body_WithMembersThatTheRouteDoesNotName_IsRefusedOnEveryRoute()
    {
        var (calls, wrong) = (0, new List<string>());
        var walked = await _world.CaseAsync();
        foreach (var row in Rows.All.Where(row => row.Body is not null && row.Body.StartsWith('{')))
        {
            if (_world.Actors.FirstOrDefault(actor => row.For(actor) == Verdict.Allowed && (row.ForNobodyOnly || !actor.IsNobody)) is not { } may)
            {
                continue;
            }

            foreach (var member in Smuggled.Where(member => !row.Body!.Contains($"\"{member}\"", StringComparison.Ordinal)))
            {
                var body = row.Body!.TrimEnd()[..^1] + (row.Body == "{}" ? string.Empty : ", ") + $"\"{member}\": \"1\"}}";
                using var answer = await _walk.CallAsync(row, may, walked, body.Contains("#policy#", StringComparison.Ordinal) ? $$"""{"{{member}}": 1}""" : body);
                var text = await answer.Content.ReadAsStringAsync();
                calls++;
                if ((int)answer.StatusCode != 422 || JsonNode.Parse(text)!["errors"]!.AsObject().All(error => error.Key != member))
                {
                    wrong.Add($"{row.Route} with {member} by {may}: {(int)answer.StatusCode}");
                }
            }
        }

        TestContext.Out.WriteLine($"{calls} calls.");
        Assert.That(calls, Is.GreaterThan(400));
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong.Take(40)));
    }
}
