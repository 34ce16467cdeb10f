using System.Diagnostics;
using System.Globalization;
using System.Text;
using IncidentReporting.Application.Health;

namespace IncidentReporting.Api.Health;

/// <summary><c>/metrics</c> in the text format of Prometheus.</summary>
internal sealed class MetricsPage(CallCounts calls, IEnumerable<IGauges> gauges)
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        WriteProcess(text);
        WriteCalls(text);
        foreach (var source in gauges)
        {
            foreach (var family in (await source.ReadAsync(cancellationToken)).GroupBy(gauge => gauge.Name, StringComparer.Ordinal))
            {
                Head(text, family.Key, "gauge", family.First().Help);
                foreach (var gauge in family)
                {
                    Line(text, family.Key, gauge.Value, gauge.Label is { } label ? [label] : []);
                }
            }
        }

        return text.ToString();
    }

    private static void WriteProcess(StringBuilder text)
    {
        using var process = Process.GetCurrentProcess();
        Head(text, "process_cpu_seconds_total", "counter", "Processor time used.");
        Line(text, "process_cpu_seconds_total", process.TotalProcessorTime.TotalSeconds);
        Head(text, "process_resident_memory_bytes", "gauge", "Memory in use.");
        Line(text, "process_resident_memory_bytes", process.WorkingSet64);
        Head(text, "process_start_time_seconds", "gauge", "When the process started, in seconds since 1970.");
        Line(text, "process_start_time_seconds", new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeMilliseconds() / 1000d);
        Head(text, "dotnet_threads", "gauge", "Threads of the process.");
        Line(text, "dotnet_threads", process.Threads.Count);
        Head(text, "dotnet_managed_memory_bytes", "gauge", "Memory in use by objects.");
        Line(text, "dotnet_managed_memory_bytes", GC.GetTotalMemory(forceFullCollection: false));
    }

    private void WriteCalls(StringBuilder text)
    {
        var rows = calls.Read().ToList();
        Head(text, "http_requests_total", "counter", "Calls answered, by route template.");
        rows.ForEach(row => Line(text, "http_requests_total", row.Count, Labels(row.Key)));
        Head(text, "http_request_seconds_total", "counter", "Time spent answering calls, by route template.");
        rows.ForEach(row => Line(text, "http_request_seconds_total", row.Seconds, Labels(row.Key)));
    }

    private static (string Name, string Value)[] Labels((string Method, string Route, string Status) key) =>
        [("method", key.Method), ("route", key.Route), ("status", key.Status)];

    private static void Head(StringBuilder text, string name, string type, string help) => text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder text, string name, double value, params (string Name, string Value)[] labels)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').AppendJoin(',', labels.Select(label => $"{label.Name}=\"{Escape(label.Value)}\"")).Append('}');
        }

        text.Append(CultureInfo.InvariantCulture, $" {value}\n");
    }

    private static string Escape(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
