using System.Net;
using System.Text;
using IncidentReporting.Api.Tests.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: what a session changes is asked for by our own pages only. Generated from the routes: every one that changes something, without a token and with another's.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class ForeignFormsAreRefusedTests
{
    private static readonly string[] Writing = ["POST", "PUT", "PATCH", "DELETE"];

    // Signing in makes the session that a token would belong to; nobody is asked who she is in the survey and in feedback.
    private static readonly string[] WithoutASession = ["POST /session", "POST /feedback", "POST /pulse/{token}/answers"];

    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("anna@example.org", Domain.Organisation.Role.Administrator);
        await _host.AddPersonAsync("bo@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Change_ByCookieWithoutItsOwnToken_IsRefusedOnEveryRoute(bool withAnothers)
    {
        var client = await _host.SignInAsync("anna@example.org");
        var other = await _host.SignInAsync("bo@example.org");
        client.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");
        if (withAnothers)
        {
            client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", other.DefaultRequestHeaders.GetValues("X-CSRF-TOKEN"));
        }

        var (calls, through) = (0, new List<string>());
        foreach (var row in Rows.All.Where(row => Writing.Contains(row.Method) && !WithoutASession.Contains(row.Route)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(row.Method), "/api/v1" + Filled(row.Pattern));
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.Content = row.Body is null ? null : new StringContent(row.Body, Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request);
            calls++;
            if (answer.StatusCode != HttpStatusCode.Forbidden || !(await answer.Content.ReadAsStringAsync()).Contains("csrf", StringComparison.Ordinal))
            {
                through.Add($"{row.Route}: {(int)answer.StatusCode}");
            }
        }

        TestContext.Out.WriteLine($"{calls} routes.");
        Assert.That(calls, Is.GreaterThan(50));
        Assert.That(through, Is.Empty, string.Join(Environment.NewLine, through));
    }

    [Test]
    public async Task Form_SentByAnotherSite_IsRefusedOnEveryPage()
    {
        var client = await _host.SignInAsync("anna@example.org");
        var (calls, through) = (0, new List<string>());
        foreach (var page in Pages())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Filled(page));
            request.Headers.TryAddWithoutValidation("Origin", "https://elsewhere.example");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "cross-site");
            request.Content = new FormUrlEncodedContent([new("text", "a")]);
            using var answer = await client.SendAsync(request);
            calls++;
            if ((int)answer.StatusCode is >= 200 and < 400)
            {
                through.Add($"{page}: {(int)answer.StatusCode}");
            }
        }

        TestContext.Out.WriteLine($"{calls} pages.");
        Assert.That(calls, Is.GreaterThan(40));
        Assert.That(through, Is.Empty, string.Join(Environment.NewLine, through));
    }

    // The survey asks nobody who she is: its link is the right to answer, and there is no session that another site could use.
    private IEnumerable<string> Pages() => _host.Routes
        .Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(route => "/" + (route.RoutePattern.RawText ?? string.Empty).TrimStart('/'))
        .Where(pattern => !pattern.StartsWith("/pulse", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);

    private static string Filled(string pattern) => string.Join('/', pattern.Split('/').Select(part =>
        !part.StartsWith('{') ? part : part.Contains(":guid", StringComparison.Ordinal) ? Guid.CreateVersion7().ToString() : part.Contains("number", StringComparison.Ordinal) ? "2026-000001" : Guid.CreateVersion7().ToString()));
}
