using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Api.Tests.SignIn;

[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class SignInTests
{
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync();
        await _host.AddPersonAsync("manager@example.org", Role.Manager);
        await _host.AddPersonAsync("locked@example.org");
        await _host.AddPersonAsync("leaver@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task Cookie_AfterSigningIn_IsOutOfReachOfScripts()
    {
        using var answer = await _host.Client().PostAsJsonAsync("/api/v1/session", new { userName = "manager@example.org", password = TestHost.Password });

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.That(cookie, Does.Contain("httponly").IgnoreCase.And.Contain("samesite=lax").IgnoreCase);
    }

    [Test]
    public async Task Me_OfAManager_NamesEmployerAndRoles()
    {
        var me = await (await (await _host.SignInAsync("manager@example.org")).GetAsync("/api/v1/me")).JsonAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)me["userName"]!, Is.EqualTo("manager@example.org"));
            Assert.That((string)me["employer"]!["name"]!, Is.EqualTo("Testkommun"));
            Assert.That((string)me["locale"]!, Is.EqualTo("sv"));
            Assert.That((string)me["roles"]![0]!["role"]!, Is.EqualTo("manager"));
            Assert.That((string)me["roles"]![0]!["unit"]!["name"]!, Is.EqualTo("Testkommun"));
        }
    }

    [Test]
    public async Task SignIn_WithWrongPasswordOrUser_IsAnsweredTheSame()
    {
        var client = _host.Client();
        using var wrong = await client.PostAsJsonAsync("/api/v1/session", new { userName = "leaver@example.org", password = "something-else-x" });
        using var unknown = await client.PostAsJsonAsync("/api/v1/session", new { userName = "nobody@example.org", password = "something-else-x" });

        var (first, second) = (await wrong.ProblemAsync(HttpStatusCode.Unauthorized, "wrong_credentials"), await unknown.ProblemAsync(HttpStatusCode.Unauthorized));
        first.Remove("traceId");
        second.Remove("traceId");
        Assert.That(second.ToJsonString(), Is.EqualTo(first.ToJsonString()));
    }

    [Test]
    public async Task SignIn_AfterFiveWrongInARow_IsLockedForTheAddress()
    {
        var client = _host.Client();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var wrong = await client.PostAsJsonAsync("/api/v1/session", new { userName = "locked@example.org", password = "something-else-x" });
            Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        }

        using var right = await client.PostAsJsonAsync("/api/v1/session", new { userName = "locked@example.org", password = TestHost.Password });

        await right.ProblemAsync(HttpStatusCode.Unauthorized, "wrong_credentials");
        Assert.That(right.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.FromMinutes(14)));
    }

    [Test]
    public async Task Change_WithCookieButNoAntiforgeryValue_Is403()
    {
        var client = await _host.SignInAsync("manager@example.org");
        client.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");

        using var answer = await client.PostJsonAsync("/api/v1/access-tokens", """{"name": "a"}""");

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "csrf_token_missing");
    }

    [Test]
    public async Task Change_WithAnotherSessionsAntiforgeryValue_Is403()
    {
        var (one, other) = (await _host.SignInAsync("manager@example.org"), await _host.SignInAsync("manager@example.org"));
        var foreign = other.DefaultRequestHeaders.GetValues("X-CSRF-TOKEN").Single();
        one.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");

        using var answer = await one.PostJsonAsync("/api/v1/access-tokens", """{"name": "a"}""", ("X-CSRF-TOKEN", foreign));

        await answer.ProblemAsync(HttpStatusCode.Forbidden, "csrf_token_missing");
    }

    [Test]
    public async Task Session_SignedOut_IsOver()
    {
        var client = await _host.SignInAsync("manager@example.org");
        using var before = await client.GetAsync("/api/v1/me");
        using var end = await client.DeleteAsync("/api/v1/session");
        using var after = await client.GetAsync("/api/v1/me");

        Assert.That((before.StatusCode, end.StatusCode, after.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Session_RevokedFromAnotherDevice_IsOver()
    {
        var (here, there) = (await _host.SignInAsync("leaver@example.org"), await _host.SignInAsync("leaver@example.org"));
        var sessions = (await (await here.GetAsync("/api/v1/sessions")).JsonAsync())["items"]!.AsArray();
        var other = sessions.Single(session => !(bool)session!["current"]!)!["id"]!;

        using var revoked = await here.DeleteAsync($"/api/v1/sessions/{other}");
        using var after = await there.GetAsync("/api/v1/me");

        Assert.That((revoked.StatusCode, after.StatusCode), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Token_InsteadOfCookie_NeedsNoAntiforgeryValueAndEndsWhenRevoked()
    {
        var client = await _host.SignInAsync("manager@example.org");
        using var made = await client.PostJsonAsync("/api/v1/access-tokens", """{"name": "program"}""");
        var token = await made.JsonAsync();
        var program = _host.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["token"]!);

        using var used = await program.PostJsonAsync("/api/v1/access-tokens", """{"name": "second"}""");
        using var revoked = await client.DeleteAsync($"/api/v1/access-tokens/{token["id"]}");
        using var after = await program.GetAsync("/api/v1/me");

        Assert.That(
            (made.StatusCode, used.StatusCode, revoked.StatusCode, after.StatusCode),
            Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.NoContent, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Token_ToReadOnly_ChangesNothing()
    {
        var client = await _host.SignInAsync("manager@example.org");
        var token = await (await client.PostJsonAsync("/api/v1/access-tokens", """{"name": "reader", "scopes": ["read"]}""")).JsonAsync();
        var program = _host.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["token"]!);

        using var read = await program.GetAsync("/api/v1/me");
        using var write = await program.PostJsonAsync("/api/v1/access-tokens", """{"name": "more"}""");

        Assert.That(read.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await write.ProblemAsync(HttpStatusCode.Forbidden, "not_allowed");
    }

    [TestCase("write", 403)]
    [TestCase("read", 403)]
    [TestCase("incidents:read", 403)]
    [TestCase("access_tokens", 201)]
    [TestCase("access_tokens:read", 201)]
    [TestCase(null, 201)]
    public async Task Token_MadeByAToken_NeverAllowsMoreThanItsMaker(string? scope, int status)
    {
        var client = await _host.SignInAsync("manager@example.org");
        var token = await (await client.PostJsonAsync("/api/v1/access-tokens", """{"name": "maker", "scopes": ["access_tokens:write"]}""")).JsonAsync();
        var program = _host.Client();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["token"]!);

        using var made = await program.PostJsonAsync("/api/v1/access-tokens", scope is null ? """{"name": "more"}""" : $$"""{"name": "more", "scopes": ["{{scope}}"]}""");

        Assert.That((int)made.StatusCode, Is.EqualTo(status));
        if (scope is null)
        {
            Assert.That((await made.JsonAsync())["scopes"]!.AsArray().Select(one => (string?)one), Is.EqualTo(["access_tokens:write"]));
        }
    }
}
