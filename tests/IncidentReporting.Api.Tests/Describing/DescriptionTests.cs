using System.Net;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using Microsoft.AspNetCore.Routing;

namespace IncidentReporting.Api.Tests.Describing;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class DescriptionTests
{
    private TestHost _host = null!;
    private JsonObject _document = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        using var answer = await _host.Client().GetAsync("/openapi/v1.json");
        _document = await answer.JsonAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public void Document_Always_IsOpenApi31() => Assert.That((string)_document["openapi"]!, Does.StartWith("3.1"));

    [Test]
    public void Route_OfTheInterface_HasAnAccessRuleAndAnEntryWithSummary()
    {
        var routes = _host.Routes.Where(route => route.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)).ToList();
        Assert.That(routes, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var route in routes)
            {
                Assert.That(Operations.All.Values, Does.Contain(route.Metadata.GetMetadata<Operation>()), $"access rule of {route.DisplayName}");
                foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
                {
                    var entry = _document["paths"]![PathOf(route)]?[method.ToLowerInvariant()];
                    Assert.That((string?)entry?["summary"], Is.Not.Null.And.Not.Empty, $"summary of {route.DisplayName}");
                }
            }
        }
    }

    [Test]
    public void Operations_OfTheDocument_HaveIdsOfTheirOwn()
    {
        var ids = _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => (string?)operation.Value!["operationId"]).ToList();

        Assert.That(ids, Is.Unique.And.All.Not.Null);
    }

    [Test]
    public void Operation_WithABody_NamesItsProblemsAndSchema()
    {
        var create = _document["paths"]!["/api/v1/access-tokens"]!["post"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(create["responses"]!.AsObject().Select(response => response.Key), Is.SupersetOf(["201", "400", "401", "403", "413", "415", "422"]));
            Assert.That((string)create["responses"]!["422"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!, Is.EqualTo("#/components/schemas/Problem"));
            Assert.That(create["requestBody"]!["content"]!["application/json"]!["example"]!["name"], Is.Not.Null);
            Assert.That(create["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!), Does.Contain("Idempotency-Key"));
            Assert.That(create["security"]!.AsArray(), Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void Schema_OfIdsAndTimes_SaysHowTheyAreWritten()
    {
        var token = _document["components"]!["schemas"]!["CreateAccessTokenResult"]!["properties"]!;
        var me = _document["components"]!["schemas"]!["GetMeResult"]!["properties"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)token["expiresAt"]!["format"]!, Is.EqualTo("date-time"));
            Assert.That(Resolve(me["id"]!)["format"]?.GetValue<string>(), Is.EqualTo("uuid"));
        }
    }

    [TestCase("sv", "Innehåll")]
    [TestCase("en", "Contents")]
    public async Task Page_InTheLanguageAskedFor_ListsEveryRouteWithoutScript(string language, string heading)
    {
        using var answer = await _host.Client(language).GetAsync("/docs");
        var html = await answer.Content.ReadAsStringAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(html, Does.Contain(heading).And.Contain("/api/v1/access-tokens").And.Not.Contain("<script").And.Not.Contain("style="));
        }
    }

    [Test]
    public async Task Style_OfThePage_IsAFileOfItsOwn()
    {
        using var answer = await _host.Client().GetAsync("/docs/reference.css");

        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/css"));
    }

    private JsonNode Resolve(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? _document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => string.Empty,
        }))));
}
