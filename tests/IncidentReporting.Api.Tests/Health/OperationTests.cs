using System.Net;
using System.Text.RegularExpressions;
using IncidentReporting.Application.Health;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Health;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed partial class OperationTests
{
    [Test]
    public async Task Health_OfAStartedService_IsLiveAndReady()
    {
        await using var host = await TestHost.StartAsync();
        using var live = await host.Client().GetAsync("/health/live");
        using var ready = await host.Client().GetAsync("/health/ready");

        Assert.That((live.StatusCode, ready.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }

    [Test]
    public async Task Health_WhileSomethingIsMissing_IsLiveButNotReady()
    {
        await using var host = await TestHost.StartAsync(services => services.AddScoped<IReadiness, Never>());
        using var live = await host.Client().GetAsync("/health/live");
        using var ready = await host.Client().GetAsync("/health/ready");

        Assert.That((live.StatusCode, ready.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable)));
        Assert.That(ready.Headers.RetryAfter, Is.Not.Null);
    }

    [Test]
    public async Task Metrics_AfterACall_CountItByRouteTemplate()
    {
        await using var host = await TestHost.StartAsync();
        var client = host.Client();
        using var call = await client.DeleteAsync($"/api/v1/sessions/{Guid.CreateVersion7()}");
        var text = string.Empty;
        for (var look = 0; look < 50 && !text.Contains("sessions", StringComparison.Ordinal); look++)
        {
            text = await client.GetStringAsync("/metrics");
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("http_requests_total{method=\"DELETE\",route=\"/api/v1/sessions/{id:guid}\",status=\"401\"} 1"));
            Assert.That(text, Does.Contain("incidentreporting_mail_messages{state="));
            Assert.That(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.All.Matches<string>(line => MetricLine().IsMatch(line)));
        }
    }

    [Test]
    public async Task Log_OfACall_HoldsTheTemplateAndNeitherAddressNorPerson()
    {
        await using var host = await TestHost.StartAsync();
        await host.AddPersonAsync("secret.person@example.org");
        var client = await host.SignInAsync("secret.person@example.org");
        using var call = await client.GetAsync($"/api/v1/sessions?number=2026-000123");
        using var other = await client.DeleteAsync("/api/v1/sessions/0198f3a2-0000-7000-8000-00000000beef");
        var traceId = (string)(await other.JsonAsync())["traceId"]!;
        var log = string.Empty;
        for (var look = 0; look < 50 && !log.Contains("/api/v1/sessions/{id:guid}", StringComparison.Ordinal); look++)
        {
            log = await ReadLogAsync(host);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log, Does.Contain("/api/v1/sessions/{id:guid}").And.Contain(traceId));
            Assert.That(log, Does.Not.Contain("00000000beef").And.Not.Contain("2026-000123").And.Not.Contain("secret.person").And.Not.Contain(TestHost.Password));
        }
    }

    private static async Task<string> ReadLogAsync(TestHost host)
    {
        await using var file = new FileStream(Directory.GetFiles(Path.Combine(host.Folder, "logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[0-9.E+-]+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MetricLine();

    private sealed class Never : IReadiness
    {
        public string Name => "never";

        public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => Task.FromResult(false);
    }
}
