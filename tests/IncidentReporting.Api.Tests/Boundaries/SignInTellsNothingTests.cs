using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentReporting.Api.Tests.Boundaries;

/// <summary>Promise: a failed sign-in tells nothing, neither by words, headers nor work done; and a session is worth nothing once it is over.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
internal sealed class SignInTellsNothingTests
{
    private readonly CountingHasher _hasher = new();
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<AppUser>>(_hasher)));
        await _host.AddPersonAsync("anna@example.org");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test, NonParallelizable]
    public async Task SignIn_ThatFails_ComputesOneHashWhoeverIsNamed()
    {
        await TryAsync("nobody@example.org", "warms the stand-in up");
        var work = new List<(string, int)>();
        foreach (var name in (string[])["anna@example.org", "nobody@example.org", "anna@example.org ", "another@example.org"])
        {
            var before = _hasher.Verified;
            await TryAsync(name, "fel-lösenord-2026");
            work.Add((name, _hasher.Verified - before));
        }

        Assert.That(work.Select(done => done.Item2), Has.All.EqualTo(1), string.Join(", ", work));
    }

    [Test]
    public async Task SignIn_ThatFails_IsAnsweredAlikeInWordsAndHeaders()
    {
        var (one, other) = (await ToldAsync("anna@example.org"), await ToldAsync("nobody2@example.org"));

        Assert.That(one, Is.EqualTo(other));
    }

    [Test]
    public async Task Session_MadeBeforeSigningIn_IsNotTakenOver()
    {
        await _host.AddPersonAsync("bo@example.org");
        var client = _host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { userName = "bo@example.org", password = TestHost.Password }) };
        request.Headers.TryAddWithoutValidation("Cookie", "incidentreporting.session=chosen-by-somebody-else");
        using var answer = await client.SendAsync(request);
        var first = CookieOf(answer);
        using var again = await _host.Client().PostAsJsonAsync("/api/v1/session", new { userName = "bo@example.org", password = TestHost.Password });

        Assert.That(first, Does.Not.Contain("chosen-by-somebody-else"));
        Assert.That(CookieOf(again), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Sessions_AfterAChangeOfPassword_AreOver()
    {
        await _host.AddPersonAsync("cilla@example.org");
        var (here, there) = (await _host.SignInAsync("cilla@example.org"), await _host.SignInAsync("cilla@example.org"));

        using var changed = await here.PutAsJsonAsync("/api/v1/me/password", new { current = TestHost.Password, next = "ett-annat-lösenord-2026" });
        using var after = await there.GetAsync("/api/v1/me");

        Assert.That((int)changed.StatusCode, Is.InRange(200, 299), await changed.Content.ReadAsStringAsync());
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Token_InTheDatabase_IsNotTheTokenItself()
    {
        await _host.AddPersonAsync("disa@example.org");
        var client = await _host.SignInAsync("disa@example.org");
        using var made = await client.PostAsJsonAsync("/api/v1/access-tokens", new { name = "program" });
        var token = (string)JsonNode.Parse(await made.Content.ReadAsStringAsync())!["token"]!;

        var found = Directory.GetFiles(_host.Folder, "*", SearchOption.AllDirectories).Where(file => Contains(file, token)).ToList();

        Assert.That(token, Has.Length.GreaterThan(30));
        Assert.That(found, Is.Empty);
    }

    [Test]
    public async Task Cookie_OverHttps_IsSecureHttpOnlyAndLax()
    {
        await using var host = await TestHost.StartAsync(more: null, "--Proxy:Known=127.0.0.1");
        await host.AddPersonAsync("anna@example.org");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { userName = "anna@example.org", password = TestHost.Password }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        using var answer = await host.Client().SendAsync(request);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CookieOf(answer), Does.Contain("secure").IgnoreCase.And.Contain("httponly").IgnoreCase.And.Contain("samesite=lax").IgnoreCase.And.Not.Contain("domain=").IgnoreCase);
            Assert.That(answer.Headers.GetValues("Strict-Transport-Security"), Is.Not.Empty);
        }
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("incidentreporting.session=", StringComparison.Ordinal));

    private static bool Contains(string file, string token)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(token, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> TryAsync(string name, string password) =>
        _host.Client().PostAsJsonAsync("/api/v1/session", new { userName = name, password });

    private async Task<string> ToldAsync(string name)
    {
        using var answer = await TryAsync(name, "fel-lösenord-2026");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        problem.Remove("traceId");
        return $"{(int)answer.StatusCode} {string.Join(',', answer.Headers.Select(header => header.Key).Order(StringComparer.Ordinal))} {problem.ToJsonString()}";
    }

    private sealed class CountingHasher : IPasswordHasher<AppUser>
    {
        private readonly PasswordHasher<AppUser> _inner = new();
        private int _verified;

        public int Verified => _verified;

        public string HashPassword(AppUser user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
