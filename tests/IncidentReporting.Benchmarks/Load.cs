using System.Diagnostics;
using System.Net;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Benchmarks;

/// <param name="callTimes">The server's own times so far, in milliseconds and in the order of the calls.</param>
internal sealed class Load(HttpClient client, Func<IReadOnlyList<double>> callTimes)
{
    public const int Clients = 16;

    public async Task<LoadResult> RunAsync(int warmUp, int measured, int parallel)
    {
        await SendAsync(warmUp);
        await SendAsync(measured);
        var times = await Calls.UntilAsync(() => Task.FromResult(callTimes()), found => found.Count >= warmUp + measured, TimeSpan.FromSeconds(10));
        var sorted = times.Skip(warmUp).Take(measured).Order().ToList();

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => SendAsync(parallel / Clients))));
        var perSecond = parallel / Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new LoadResult(sorted[sorted.Count / 2], sorted[sorted.Count * 95 / 100], perSecond);
    }

    /// <summary>Waits until no mail waits any more.</summary>
    public static Task RestAsync(HttpClient admin) =>
        Calls.UntilAsync(() => admin.ReadAsync("/mail-messages?state=pending&limit=1"), page => page["items"]!.AsArray().Count == 0, TimeSpan.FromMinutes(5));

    public async Task SendAsync(int count)
    {
        for (var sent = 0; sent < count; sent++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Calls.Base + "/incidents") { Content = Calls.Json(Reports.One("threat_direct")) };
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            using var answer = await client.SendAsync(request);
            await answer.ExpectAsync(HttpStatusCode.Created);
        }
    }
}

/// <summary>Times in milliseconds.</summary>
internal sealed record LoadResult(double Median, double Percentile95, double PerSecond);
