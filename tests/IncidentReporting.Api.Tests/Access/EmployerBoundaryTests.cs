using System.Text.Json.Nodes;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Routing;

namespace IncidentReporting.Api.Tests.Access;

/// <summary>Two employers in one database: whoever asks sees her own employer's rows, and all of those.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class EmployerBoundaryTests
{
    // What each employer has of its own on the lists that can't be empty here: a value that the other's must not show.
    private static readonly string[] Filled =
    [
        "/units", "/users", "/incidents", "/tasks", "/measure-requests", "/work-stops", "/campaigns", "/support-directory", "/log-entries", "/mail-messages", "/follow-up-policy",
    ];

    private AccessWorld _world = null!;
    private Actor _one = null!;
    private Actor _two = null!;
    private IReadOnlySet<string> _ofOne = null!;
    private IReadOnlySet<string> _ofTwo = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _world = await AccessWorld.StartAsync();
        _one = await EverythingAsync("Ettans alla", _world.Top);
        _two = await EverythingAsync("Tvåans alla", _world.ProviderTop);
        _ofOne = await FillAsync(_one, _world.The(Role.Employee, Place.Own), _world.Own, "Ettans");
        _ofTwo = await FillAsync(_two, _world.The(Role.Employee, Place.Elsewhere), _world.Elsewhere, "Tvåans");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task List_OfOneEmployer_HoldsNothingOfTheOther()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var path in ListsOf(_world.Host))
            {
                var (one, two) = (await AskAsync(_one, path), await AskAsync(_two, path));
                Assert.That(_ofTwo.Where(one.Contains), Is.Empty, path);
                Assert.That(_ofOne.Where(two.Contains), Is.Empty, path);
                Assert.That(one, Does.Not.Contain("Tvåans"), path);
                Assert.That(two, Does.Not.Contain("Ettans"), path);
                if (Filled.Contains(path.TrimEnd('/')))
                {
                    Assert.That(_ofOne.Any(one.Contains) || one.Contains("Ettans", StringComparison.Ordinal), $"{path} shows nothing of its own employer");
                    Assert.That(_ofTwo.Any(two.Contains) || two.Contains("Tvåans", StringComparison.Ordinal), $"{path} shows nothing of its own employer");
                }
            }
        }
    }

    [TestCase("/users?unit=")]
    [TestCase("/incidents?unit=")]
    [TestCase("/support-directory?unit=")]
    public async Task Filter_ByTheOthersUnit_FindsNothing(string path)
    {
        using var answer = await _two.Client.GetAsync($"/api/v1{path}{_world.Own.Id.Value}");

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Ettans"));
        Assert.That((int)answer.StatusCode == 422 || (await answer.JsonAsync())["items"]!.AsArray().Count == 0);
    }

    [Test]
    public async Task Log_ByTheOthersCase_IsEmpty()
    {
        var walked = await _world.CaseAsync();
        var path = $"/log-entries?incident={walked.Id}";

        var (own, other) = (JsonNode.Parse(await AskAsync(_one, path))!["items"]!.AsArray(), JsonNode.Parse(await AskAsync(_two, path))!["items"]!.AsArray());

        Assert.That(own, Is.Not.Empty);
        Assert.That(other, Is.Empty);
    }

    [Test]
    public async Task Number_ThatBothEmployersHave_NamesTheOwnCase()
    {
        var first = await _world.SentAsync(_world.Reporter, "/incidents", AccessWorld.Report);
        JsonObject second;
        do
        {
            second = await _world.SentAsync(_world.The(Role.Employee, Place.Elsewhere), "/incidents", AccessWorld.Report);
        }
        while (string.CompareOrdinal((string)second["number"]!, (string)first["number"]!) < 0);

        using var answer = await _two.Client.GetAsync($"/api/v1/incidents/{first["number"]}");

        Assert.That((string)(await answer.JsonAsync())["unit"]!["name"]!, Does.StartWith("Tvåans"));
    }

    [TestCase("unitId")]
    [TestCase("exposed")]
    public async Task Report_NamingTheOthersUnitOrPerson_Is422(string member)
    {
        var value = member == "unitId" ? $"\"{_world.Own.Id.Value}\"" : $$"""[{"userId": "{{_world.Exposed.Id.Value}}", "role": "direct"}]""";

        using var answer = await _two.Client.PostJsonAsync("/api/v1/incidents", AccessWorld.Report.Insert(1, $"\"{member}\": {value}, "));

        Assert.That((int)answer.StatusCode, Is.EqualTo(422));
    }

    private static IEnumerable<string> ListsOf(TestHost host) =>
        from route in host.Routes
        let pattern = route.RoutePattern.RawText ?? string.Empty
        where pattern.StartsWith("/api/v1/", StringComparison.Ordinal) && !pattern.Contains('{', StringComparison.Ordinal)
        where route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        select pattern["/api/v1".Length..];

    private static async Task<string> AskAsync(Actor actor, string path)
    {
        using var answer = await actor.Client.GetAsync("/api/v1" + path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text)!.ToJsonString(Readable) : text;
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<Actor> EverythingAsync(string name, Unit unit) =>
        _world.AddPersonAsync(name, unit, [.. Enum.GetValues<Role>().Select(role => (role, unit, _world.Today.AddDays(-1), (DateOnly?)null))]);

    // One thing for every list; what comes back are the ids that only this employer's lists may hold.
    private async Task<IReadOnlySet<string>> FillAsync(Actor all, Actor reporter, Unit unit, string mark)
    {
        var made = new HashSet<string>(StringComparer.Ordinal) { unit.Id.Value.ToString(), reporter.Id.Value.ToString(), all.Id.Value.ToString() };
        var incident = await _world.SentAsync(reporter, "/incidents", AccessWorld.Report.Insert(1, $"\"unitId\": \"{unit.Id.Value}\", "));
        await _world.SentAsync(all, $"/incidents/{incident["id"]}/actions", $$"""{"type": "pair_home_visit", "dueOn": "2026-02-01", "ownerId": "{{all.Id.Value}}"}""");
        await _world.SentAsync(all, $"/incidents/{incident["id"]}/handler", $$"""{"userId": "{{all.Id.Value}}"}""", HttpMethod.Put);
        made.Add((string)incident["id"]!);
        made.Add((string)(await _world.SentAsync(all, "/measure-requests", $$"""{"text": "{{mark}} begäran", "answerBy": "2099-01-01"}"""))["id"]!);
        made.Add((string)(await _world.SentAsync(all, "/work-stops", $$"""{"scope": "{{mark}} hembesök", "grounds": "Fara"}"""))["id"]!);
        made.Add((string)(await _world.SentAsync(all, "/campaigns", $$"""{"name": "{{mark}} kampanj", "code": "SAMMA", "firstSeen": "2026-01-10"}"""))["id"]!);
        await _world.SentAsync(all, "/support-directory", $$"""{"items": [{"measure": "relieving_talk", "title": "{{mark}} samtal"}]}""", HttpMethod.Put);
        var policy = JsonNode.Parse(await AskAsync(all, "/follow-up-policy"))!.AsObject();
        policy["rules"]![0]!["ground"] = $"{mark} grund";
        await _world.SentAsync(all, "/follow-up-policy", policy.ToJsonString(), HttpMethod.Put, ("If-Match", "*"));
        return made;
    }
}
