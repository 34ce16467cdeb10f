using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace IncidentReporting.Api.Health;

/// <summary>Counts answered calls by route template, method and status, from the measurements that the framework makes.</summary>
internal sealed class CallCounts : IHostedService, IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Method, string Route, string Status), Total> _totals = new();

    public IEnumerable<((string Method, string Route, string Status) Key, long Count, double Seconds)> Read() =>
        _totals.Select(pair => (pair.Key, Interlocked.Read(ref pair.Value.Count), Interlocked.CompareExchange(ref pair.Value.Seconds, 0, 0)))
            .OrderBy(row => row.Key);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Count(seconds, tags));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    private void Count(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (method, route, status) = ("-", "-", "-");
        foreach (var tag in tags)
        {
            var value = Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "-";
            _ = tag.Key switch
            {
                "http.request.method" => method = value,
                "http.route" => route = value,
                "http.response.status_code" => status = value,
                _ => null,
            };
        }

        var total = _totals.GetOrAdd((method, route, status), _ => new Total());
        Interlocked.Increment(ref total.Count);
        double before;
        do
        {
            before = total.Seconds;
        }
        while (Interlocked.CompareExchange(ref total.Seconds, before + seconds, before) != before);
    }

    private sealed class Total
    {
        public long Count;
        public double Seconds;
    }
}
