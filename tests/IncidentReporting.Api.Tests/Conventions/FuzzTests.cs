using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IncidentReporting.Api.Describing;
using IncidentReporting.Domain.Organisation;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace IncidentReporting.Api.Tests.Conventions;

/// <summary>Whatever is sent to whichever route, it is refused or taken, and never a fault.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class FuzzTests
{
    private const int BodiesPerRoute = 60;

    private TestHost _host = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("everything@example.org");
        foreach (var role in Enum.GetValues<Role>().Except([Role.Employee]))
        {
            await _host.GiveAsync("everything@example.org", role);
        }

        _client = await _host.SignInAsync("everything@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task Body_OfAnyShape_NeverGivesAFault()
    {
        var faults = new List<string>();
        var seed = Environment.TickCount;
        foreach (var route in _host.Routes.Where(route => route.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: [_, ..] types } && types.Any(type => type.EndsWith("json", StringComparison.Ordinal))))
        {
            var members = MembersOf(route);
            var bodies = Bodies(members).Sample(BodiesPerRoute, 12);
            foreach (var body in bodies)
            {
                foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
                {
                    using var answer = await _client.SendJsonAsync(new HttpMethod(method), AddressOf(route), body, ("If-Match", "\"v1\""));
                    if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        faults.Add($"{method} {route.RoutePattern.RawText}: {(int)answer.StatusCode} to {body}");
                    }
                }
            }
        }

        Assert.That(faults, Is.Empty, $"seed {seed}");
    }

    private static string AddressOf(RouteEndpoint route)
    {
        var parts = route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => Guid.CreateVersion7().ToString(),
        })));
        return "/" + string.Join('/', parts);
    }

    /// <summary>Names that the route knows, so that the bodies reach beyond the check of names.</summary>
    private static string[] MembersOf(RouteEndpoint route)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "unknown" };
        Collect(route.Metadata.GetMetadata<RequestExample>()?.Body, names);
        if (route.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type)
        {
            Collect(type, names, depth: 0);
        }

        return [.. names];
    }

    private static void Collect(Type type, HashSet<string> names, int depth)
    {
        foreach (var property in type.GetProperties())
        {
            names.Add(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            if (depth < 3 && property.PropertyType.Namespace?.StartsWith("IncidentReporting", StringComparison.Ordinal) == true && !property.PropertyType.IsEnum)
            {
                Collect(property.PropertyType, names, depth + 1);
            }
        }
    }

    private static void Collect(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                names.Add(name);
                Collect(value, names);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Collect(item, names);
            }
        }
    }

    private static Gen<string> Bodies(string[] members) =>
        Gen.Frequency<string>(
            (8, ObjectOf(members, depth: 3)),
            (1, Value(members, depth: 2)),
            (1, ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? string.Empty)));

    private static Gen<string> ObjectOf(string[] members, int depth) =>
        Gen.Choose(0, Math.Min(members.Length, 8)).SelectMany(count =>
            Gen.Shuffle(members).SelectMany(names =>
                Gen.CollectToArray(names.Take(count), name => Value(members, depth - 1).Select(value => $"{JsonSerializer.Serialize(name)}: {value}"))
                    .Select(pairs => "{" + string.Join(", ", pairs) + "}")));

    private static Gen<string> Value(string[] members, int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Elements("null", "true", "false", "0", "-1", "1e400", "3.5", "99999999999999999999", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"2026-11-20T14:30:00+01:00\"",
                "\"2026-11-20\"", "\"PT8H\"", "\"07:30\"", "\"yes\"", "\"other\"", $"\"{Guid.Empty}\"", "\"" + new string('x', 30_000) + "\"", "\"-P99999999999D\"", "\"0001-01-01T00:00:00+14:00\""),
            ArbMap.Default.GeneratorFor<int>().Select(number => JsonSerializer.Serialize(number)),
            ArbMap.Default.GeneratorFor<string?>().Select(text => JsonSerializer.Serialize(text)));
        return depth <= 0
            ? scalar
            : Gen.Frequency<string>(
                (6, scalar),
                (1, ObjectOf(members, depth)),
                (2, Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(Value(members, depth - 1), count)).Select(items => "[" + string.Join(", ", items) + "]")));
    }
}
