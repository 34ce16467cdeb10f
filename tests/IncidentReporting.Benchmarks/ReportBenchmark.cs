using System.Globalization;
using IncidentReporting.TestKit.Running;

namespace IncidentReporting.Benchmarks;

/// <summary>How long a report takes on the embedded database, in the service and in a bare endpoint that writes the same rows.</summary>
internal static class ReportBenchmark
{
    private const int WarmUp = 2000;
    private const int Measured = 500;
    private const int Parallel = 800;

    /// <summary>Answers 0 when the median of the service is below 15 ms.</summary>
    public static async Task<int> RunAsync()
    {
        var (copy, people) = await Municipality.CopyAsync();
        await using var data = copy;

        LoadResult product;
        IReadOnlyList<ReportRow> rows;
        await using (var service = await data.StartAsync())
        {
            var load = new Load(people.Client(service, "employee1"), () => service.CallTimes($"{Calls.Base}/incidents"));
            product = await load.RunAsync(WarmUp, Measured, Parallel);
            await Load.RestAsync(people.Client(service, "admin"));
            rows = await ReportRows.OfAsync(data, () => load.SendAsync(1));
            await service.StopAsync();
        }

        Print($"A report writes {rows.Count} rows in one transaction: {string.Join(", ", rows.GroupBy(row => row.Table).OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => $"{table.Count()} {table.Key}"))}.");
        Print($"{Measured} reports one after the other, after {WarmUp} to warm up; server-side wall time, embedded database, WAL, synchronous FULL:");
        Print($"  service        median {product.Median,7:0.00} ms   p95 {product.Percentile95,7:0.00} ms   then {product.PerSecond,5:0} reports a second by {Load.Clients} clients");

        LoadResult bare;
        await using (var endpoint = await BareEndpoint.StartAsync(data, rows))
        {
            var load = new Load(endpoint.Client, endpoint.CallTimes);
            bare = await load.RunAsync(WarmUp, Measured, Parallel);
        }

        Print($"  bare endpoint  median {bare.Median,7:0.00} ms   p95 {bare.Percentile95,7:0.00} ms   then {bare.PerSecond,5:0} reports a second by {Load.Clients} clients");
        Print($"  ratio          median {product.Median / bare.Median,7:0.00}      p95 {product.Percentile95 / bare.Percentile95,7:0.00}");
        await TrustBenchmark.RunAsync();
        await Municipality.ForgetAsync();
        return product.Median < 15 ? 0 : 1;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
