using System.Text;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: every answer tells the browser to run nothing but our own and to keep nothing about people; errors and files too.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class HeadersTests
{
    private TestHost _host = null!;
    private HttpClient _client = null!;
    private string _file = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("anna@example.org");
        _client = await _host.SignInAsync("anna@example.org");
        using var made = await _client.PostJsonAsync("/api/v1/incidents", """{"kinds": ["threat_direct.death"], "occurredAt": "2026-01-10T10:00:00Z", "safeNow": "yes"}""");
        var id = (string)(await made.JsonAsync())["id"]!;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("bevis")), "file", "bevis.html" } };
        using var attached = await _client.PostAsync($"/api/v1/incidents/{id}/attachments", form);
        _file = $"/api/v1/incidents/{id}/attachments/{(string)(await attached.JsonAsync())["attachments"]![0]!["id"]!}";
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase("GET", "/api/v1/me", true)]
    [TestCase("GET", "/api/v1/nothing", true)]
    [TestCase("GET", "/api/v1/incidents/2026-999999", true)]
    [TestCase("GET", "/api/v1/me?unknown=1", true)]
    [TestCase("DELETE", "/api/v1/me", true)]
    [TestCase("POST", "/api/v1/incidents", true)]
    [TestCase("GET", "/", true)]
    [TestCase("GET", "/incidents/2026-999999", true)]
    [TestCase("GET", "/sign-in", true)]
    [TestCase("GET", "file", true)]
    [TestCase("GET", "/health/live", false)]
    [TestCase("GET", "/openapi/v1.json", false)]
    public async Task Answer_OfEveryKind_CarriesThem(string method, string path, bool ofPeople)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path == "file" ? _file : path);
        request.Headers.Accept.ParseAdd("text/html, application/json, */*");
        using var answer = await _client.SendAsync(request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of(answer, "Content-Security-Policy"), Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
            Assert.That(Of(answer, "X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(Of(answer, "Referrer-Policy"), Is.EqualTo("same-origin"));
            Assert.That(Of(answer, "X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(Of(answer, "Cross-Origin-Opener-Policy"), Is.EqualTo("same-origin"));
            Assert.That(Of(answer, "Cross-Origin-Resource-Policy"), Is.EqualTo("same-origin"));
            Assert.That(answer.Headers.Contains("Server"), Is.False);
            Assert.That(Of(answer, "Cache-Control"), ofPeople ? Does.Contain("no-store") : Is.Not.EqualTo("public"));
        }
    }

    [Test]
    public async Task File_HandedOut_IsADownloadAndNeverAPage()
    {
        using var answer = await _client.GetAsync(_file);

        Assert.That(Of(answer, "Content-Disposition"), Does.StartWith("attachment"));
    }

    [Test]
    public async Task Link_ToTheSurvey_IsNotToldToOtherSites()
    {
        using var answer = await _client.GetAsync("/pulse/a-link-of-nothing");

        Assert.That(Of(answer, "Referrer-Policy"), Is.EqualTo("no-referrer"));
    }

    private static string? Of(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
