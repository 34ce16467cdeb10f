using System.Text.Json.Nodes;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Who may not know of a case can't tell it from one that does not exist, whatever is sent.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class CaseSecrecyTests
{
    private static readonly (Role Role, Place Place)[] Outsiders =
    [
        (Role.Employee, Place.Own), (Role.Manager, Place.Sibling), (Role.Coordinator, Place.Sibling), (Role.SafetyRepresentative, Place.Sibling),
        (Role.Administrator, Place.Own), (Role.Analyst, Place.Above), (Role.Manager, Place.Elsewhere),
    ];

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
    public async Task Case_ForWhoMayNotKnowOfIt_IsAnsweredAsOneThatIsNot()
    {
        var (pairs, wrong) = (0, new List<string>());
        var real = await _world.CaseAsync();
        var none = new WalkedCase(Guid.CreateVersion7(), "2026-900000", Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var row in Rows.All.Where(row => row.OfCase))
        {
            foreach (var actor in Outsiders.Select(outsider => _world.The(outsider.Role, outsider.Place)))
            {
                foreach (var (body, version) in new[] { (null, "*"), (null, "\"v1\""), (null, "\"v99\""), ("{}", "*"), ("""{"unknown": 1}""", "*"), ("{", "*") })
                {
                    foreach (var byNumber in new[] { false, true })
                    {
                        var (is_, isNot) = byNumber ? (real.Number, none.Number) : (real.Id.ToString(), none.Id.ToString());
                        using var first = await _walk.CallAsync(row, actor, real, body, version, is_);
                        using var second = await _walk.CallAsync(row, actor, none, body, version, isNot);
                        pairs++;
                        if (await ToldAsync(first) != await ToldAsync(second))
                        {
                            wrong.Add($"{row.Route} by {actor} with {body ?? "a valid body"} and {version}: {(int)first.StatusCode} and {(int)second.StatusCode}");
                        }
                    }
                }
            }
        }

        TestContext.Out.WriteLine($"{pairs} pairs.");
        Assert.That(wrong, Is.Empty, string.Join(Environment.NewLine, wrong));
    }

    [TestCase(Role.SafetyRepresentative, "/measure-requests", """{"text": "Vi begär larm.", "answerBy": "2099-01-01", "incidentId": "#"}""")]
    [TestCase(Role.SafetyRepresentative, "/work-stops", """{"scope": "Hembesök", "grounds": "Fara", "incidentId": "#"}""")]
    public async Task CaseInABody_ForWhoMayNotKnowOfIt_IsAnsweredAsOneThatIsNot(Role role, string path, string body)
    {
        var real = await _world.CaseAsync();
        var outsider = _world.The(role, Place.Sibling).Client;

        using var first = await outsider.PostJsonAsync("/api/v1" + path, body.Replace("#", real.Id.ToString(), StringComparison.Ordinal));
        using var second = await outsider.PostJsonAsync("/api/v1" + path, body.Replace("#", Guid.CreateVersion7().ToString(), StringComparison.Ordinal));

        Assert.That((int)first.StatusCode, Is.EqualTo(422));
        Assert.That(await ToldAsync(first), Is.EqualTo(await ToldAsync(second)));
    }

    [Test]
    public async Task MainCaseOfADuplicate_ForWhoMayNotKnowOfIt_IsAnsweredAsOneThatIsNot()
    {
        var real = await _world.CaseAsync();
        var manager = _world.The(Role.Manager, Place.Sibling);
        var own = await _world.SentAsync(_world.The(Role.Employee, Place.Sibling), "/incidents", AccessWorld.Report);

        using var first = await manager.Client.PostJsonAsync($"/api/v1/incidents/{own["id"]}/duplicate", $$"""{"of": "{{real.Number}}"}""");
        using var second = await manager.Client.PostJsonAsync($"/api/v1/incidents/{own["id"]}/duplicate", """{"of": "2026-900000"}""");

        Assert.That((int)first.StatusCode, Is.EqualTo(422));
        Assert.That(await ToldAsync(first), Is.EqualTo(await ToldAsync(second)));
    }

    private static async Task<string> ToldAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = JsonNode.Parse(text)!.AsObject();
            problem.Remove("traceId");
            text = problem.ToJsonString();
        }

        var headers = answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal);
        return $"{(int)answer.StatusCode} {string.Join(',', headers)} {text}";
    }
}
