using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: nobody locks out colleagues behind the same address, and nobody wears the service down.</summary>
internal sealed class LimitsHoldTests
{
    private static readonly string[] Settings = ["--Limits:CallsPerMinute=40", "--Limits:CallsPerMinuteWithoutAccount=15"];

    [Test]
    public async Task Calls_OfOneAccountBeyondItsLimit_Are429AndAColleaguesGoThrough()
    {
        await using var host = await TestHost.StartAsync(more: null, Settings);
        await host.AddPersonAsync("anna@example.org");
        await host.AddPersonAsync("bo@example.org");
        var (anna, bo) = (await host.SignInAsync("anna@example.org"), await host.SignInAsync("bo@example.org"));

        var answers = new List<HttpResponseMessage>();
        for (var call = 0; call < 60; call++)
        {
            answers.Add(await anna.GetAsync("/api/v1/me"));
        }

        using var colleague = await bo.GetAsync("/api/v1/me");
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused, Has.Count.InRange(15, 30));
            Assert.That(refused, Has.All.Matches<HttpResponseMessage>(answer => answer.Headers.RetryAfter?.Delta > TimeSpan.Zero && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"));
            Assert.That(colleague.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Calls_WithoutAnAccountBeyondTheLimit_Are429AndWhoIsSignedInGoesThrough()
    {
        await using var host = await TestHost.StartAsync(more: null, Settings);
        await host.AddPersonAsync("anna@example.org");
        var anna = await host.SignInAsync("anna@example.org");
        var stranger = host.Client();
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 30; call++)
        {
            // A made-up header of a proxy is no way to be somebody else.
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", $"10.0.0.{call}");
            using var answer = await stranger.SendAsync(request);
            statuses.Add(answer.StatusCode);
        }

        using var hers = await anna.GetAsync("/api/v1/me");
        using var health = await stranger.GetAsync("/health/live");
        Assert.That(statuses, Does.Contain(HttpStatusCode.TooManyRequests));
        Assert.That((hers.StatusCode, health.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }

    [Test]
    public async Task SignIns_TwentyInAMinuteFromOneAddress_GoThroughAndAColleaguesMistakesLockOnlyHer()
    {
        await using var host = await TestHost.StartAsync();
        await host.AddPersonAsync("anna@example.org");
        await host.AddPersonAsync("bo@example.org");
        for (var tries = 0; tries < 6; tries++)
        {
            using var wrong = await host.Client().PostAsJsonAsync("/api/v1/session", new { userName = "bo@example.org", password = "fel-lösenord-2026" });
        }

        using var locked = await host.Client().PostAsJsonAsync("/api/v1/session", new { userName = "bo@example.org", password = TestHost.Password });
        for (var times = 0; times < 20; times++)
        {
            using var answer = await host.Client().PostAsJsonAsync("/api/v1/session", new { userName = "anna@example.org", password = TestHost.Password });
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), $"sign-in {times + 1}");
        }

        Assert.That(locked.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), "told in the same words as a wrong password");
    }

    [Test]
    public async Task Lock_OfAnAddress_IsNotSpoofedByAHeaderAndIsReadFromAKnownProxy()
    {
        await using var unknown = await TestHost.StartAsync();
        await using var known = await TestHost.StartAsync(more: null, "--Proxy:Known=127.0.0.1, ::1");
        foreach (var host in (TestHost[])[unknown, known])
        {
            await host.AddPersonAsync("anna@example.org");
            for (var tries = 0; tries < 6; tries++)
            {
                using var wrong = await SignInAsync(host, "fel-lösenord-2026", "192.0.2.1");
            }
        }

        using var spoofed = await SignInAsync(unknown, TestHost.Password, "192.0.2.99");
        using var elsewhere = await SignInAsync(known, TestHost.Password, "192.0.2.99");
        using var locked = await SignInAsync(known, TestHost.Password, "192.0.2.1");

        Assert.That((spoofed.StatusCode, elsewhere.StatusCode, locked.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized)));
    }

    [TestCase(1_100_000, 413)]
    [TestCase(900_000, 422)]
    public async Task Body_OfThatSize_IsAnswered(int bytes, int status)
    {
        await using var host = await TestHost.StartAsync();
        await host.AddPersonAsync("anna@example.org");
        var client = await host.SignInAsync("anna@example.org");

        using var answer = await client.PostAsync("/api/v1/incidents", new StringContent($$"""{"description": "{{new string('a', bytes)}}"}""", Encoding.UTF8, "application/json"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Body_NestedWithoutEnd_Is400()
    {
        await using var host = await TestHost.StartAsync();
        await host.AddPersonAsync("anna@example.org");
        var client = await host.SignInAsync("anna@example.org");

        using var answer = await client.PostAsync("/api/v1/incidents", new StringContent(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000), Encoding.UTF8, "application/json"));

        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
    }

    private static async Task<HttpResponseMessage> SignInAsync(TestHost host, string password, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { userName = "anna@example.org", password }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        return await host.Client().SendAsync(request);
    }
}
