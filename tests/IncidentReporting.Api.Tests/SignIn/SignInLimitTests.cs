using System.Net;
using System.Net.Http.Json;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentReporting.Api.Tests.SignIn;

/// <summary>Whoever tries in vain wears down neither the service nor the colleagues behind the same address.</summary>
internal sealed class SignInLimitTests
{
    private const string Wrong = "fel-lösenord-2026";

    private readonly CheapHasher _hasher = new();
    private TestHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _host = await TestHost.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<AppUser>>(_hasher)));
        await _host.AddPersonAsync("anna@example.org");
        await _host.AddPersonAsync("bo@example.org");
    }

    [TearDown]
    public async Task StopAsync() => await _host.DisposeAsync();

    [Test]
    public async Task Flood_OfWrongPasswordsOnOneAccount_KeepsNoColleagueOut()
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var tries in Enumerable.Range(0, ISignInLimit.FailuresPerMinute + 50).Chunk(25))
        {
            statuses.AddRange(await Task.WhenAll(tries.Select(_ => TryAsync("bo@example.org", Wrong))));
        }

        Assert.That(statuses, Has.All.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await TryAsync("anna@example.org", TestHost.Password), Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Flood_OfWrongPasswordsAtOnceOnOneAccount_ComputesAsManyHashesAsThereAreTries()
    {
        var before = _hasher.Verified;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => TryAsync("bo@example.org", Wrong)));

        Assert.That(_hasher.Verified - before, Is.EqualTo(5));
    }

    [Test]
    public async Task RightPasswords_OfOneAddress_AreNotCounted()
    {
        for (var times = 0; times < ISignInLimit.FailuresPerMinute + 5; times++)
        {
            Assert.That(await TryAsync("anna@example.org", TestHost.Password), Is.EqualTo(HttpStatusCode.NoContent), $"sign-in {times + 1}");
        }
    }

    [Test]
    public async Task Failures_OfManyAccountsFromOneAddress_AreRefusedWithoutAHashAndToldWhenToTryAgain()
    {
        HttpResponseMessage? last = null;
        for (var account = 0; account <= 3 * ISignInLimit.FailuresPerMinute && last?.StatusCode != HttpStatusCode.TooManyRequests; account++)
        {
            last?.Dispose();
            last = await SendAsync($"somebody{account}@example.org", Wrong);
        }

        var before = _hasher.Verified;
        using var refused = last!;
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(await TryAsync("another@example.org", Wrong), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(_hasher.Verified, Is.EqualTo(before));
    }

    private Task<HttpResponseMessage> SendAsync(string userName, string password) => _host.Client().PostAsJsonAsync("/api/v1/session", new { userName, password });

    private async Task<HttpStatusCode> TryAsync(string userName, string password)
    {
        using var answer = await SendAsync(userName, password);
        return answer.StatusCode;
    }

    // What a hash costs is not what is asked here.
    private sealed class CheapHasher : IPasswordHasher<AppUser>
    {
        private int _verified;

        public int Verified => _verified;

        public string HashPassword(AppUser user, string password) => $"hash of {password}";

        public PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return hashedPassword == HashPassword(user, providedPassword) ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
        }
    }
}
