using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Benchmarks;

/// <summary>
/// How long tables and ten-year series take in the service on the embedded database, with few and with many incidents, the freeze of a month, the memory,
/// and what a plain GROUP BY over the incidents takes on the same file.
/// </summary>
internal static class FiguresBenchmark
{
    private const int Few = 100_000;
    private const int Many = 10_000_000;
    private const int Questions = 400;
    private const int Series = 60;
    private const int WarmUp = 40;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    /// <param name="arguments">How many incidents, and a folder to keep them in and take them from the next time.</param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var many = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Many;
        await using var small = arguments.Length > 1 ? Installation.In(Path.Combine(arguments[1], "few")) : await Installation.EmptyAsync();
        await using var large = arguments.Length > 1 ? Installation.In(Path.Combine(arguments[1], "many")) : await Installation.EmptyAsync();
        await MakeAsync(small);
        await MultiplyAsync(small, large, many / Few);
        var few = await MeasureAsync(small);
        var most = await MeasureAsync(large);
        Print($"Tables grew by {most.Tables.P95 - few.Tables.P95:0.0} ms at p95, series by {most.Series.P95 - few.Series.P95:0.0} ms, from {Few:N0} to {many:N0} incidents.");
        return most.Tables.P95 <= 20 && most.Series.P95 <= 60 && most.Freeze <= TimeSpan.FromSeconds(5) && most.Memory <= 500L << 20 ? 0 : 1;
    }

    private static async Task MakeAsync(Installation data)
    {
        data.Settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        data.Settings["Statistics__TablesPerHour"] = "1000000";
        if (File.Exists(FileOf(data)))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        var made = await data.RunAsync(Longest, input: null, "demo", "--incidents", Few.ToString(CultureInfo.InvariantCulture), "--seed", "1", "--facts-only");
        if (made.ExitCode != 0)
        {
            throw new InvalidOperationException(made.Errors);
        }

        Print($"demo --incidents {Few} --facts-only: made and frozen in {watch.Elapsed.TotalSeconds:0} s.");

        // The nightly comparison, so that the server does not do it while it is measured.
        await data.RunAsync(Longest, input: null, "reconcile-statistics");
    }

    private static async Task MultiplyAsync(Installation few, Installation many, int times)
    {
        foreach (var (name, value) in few.Settings.Where(setting => setting.Key is not "Data__Directory"))
        {
            many.Settings[name] = value;
        }

        if (File.Exists(FileOf(many)))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        File.Copy(FileOf(few), FileOf(many));
        Installation.CopyFiles(Path.Combine(few.Folder, "keys"), Path.Combine(many.Folder, "keys"));
        await using (var provider = Inside(many))
        await using (var scope = provider.CreateAsyncScope())
        {
            await Multiplied.FillAsync(scope.ServiceProvider, times);
        }

        Print($"{times} times as many facts written, and every month of ten years frozen, in {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static string FileOf(Installation data) => Path.Combine(data.Folder, DatabaseSettings.FileName);

    private static async Task<Outcome> MeasureAsync(Installation data)
    {
        var (tables, series, memory) = await AskAsync(data);
        await using var provider = Inside(data);
        await using var scope = provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var incidents = await db.Set<StatFact>().LongCountAsync(fact => fact.Fact == 1);
        var (freeze, plain, own) = await InsideAsync(scope.ServiceProvider, db);
        Print($"{incidents:N0} incidents in a file of {new FileInfo(FileOf(data)).Length / 1048576.0:0} MB:");
        Print($"  table   median {tables.Median,7:0.00} ms   p95 {tables.P95,7:0.00} ms   ({Questions} different ones)");
        Print($"  series  median {series.Median,7:0.00} ms   p95 {series.P95,7:0.00} ms   (ten years of months)");
        Print($"  freeze of the fullest month {freeze.TotalSeconds:0.00} s   peak memory of the server {memory / 1048576.0:0} MB");
        Print($"  a national year by all combinations: plain GROUP BY over the incidents' facts {plain.TotalMilliseconds:0} ms, its frozen sums {own.TotalMilliseconds:0.00} ms, ratio {plain / own:0}");
        return new Outcome(tables, series, freeze, memory);
    }

    private static ServiceProvider Inside(Installation data)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddPersistence(DatabaseSettings.SqliteIn(data.Folder), new SealingFolder(Path.Combine(data.Folder, "keys")));
        services.AddStatistics(new StatisticsKeyFolder(Path.Combine(data.Folder, "keys"), Given: null));
        return services.BuildServiceProvider();
    }

    private static async Task<(Times Tables, Times Series, long Memory)> AskAsync(Installation data)
    {
        await using var service = await data.StartAsync();
        var client = service.Client();
        await client.SendAsync("/session", new JsonObject { ["userName"] = "analyst@exempelkommun.example", ["password"] = "demo-Lösenord-2026" }, System.Net.HttpStatusCode.NoContent);
        var grid = await client.ReadAsync("/statistics/grid");
        var random = new Random(1);
        string[] nodes = [.. grid["nodes"]!.AsArray().Select(node => (string)node!["id"]!)];
        string[] periods = [.. grid["periods"]!.AsArray().Select(period => (string)period!["period"]!)];
        string[] measures = ["incidents", "exposures"];
        for (var question = 0; question < WarmUp + Questions; question++)
        {
            var measure = measures[random.Next(measures.Length)];
            string[] attributes = measure == "incidents" ? ["kind", "policeStatus", "setting"] : ["kind", "policeStatus", "setting", "occupationalGroup", "support"];
            var by = attributes.OrderBy(_ => random.Next()).Take(random.Next(4));
            await client.ReadAsync($"/statistics/table?measure={measure}&node={Uri.EscapeDataString(nodes[random.Next(nodes.Length)])}&period={periods[random.Next(periods.Length)]}&by={string.Join(',', by)}");
        }

        var last = periods.Where(period => period.Length == 7 && period[5] != 'Q').Max(StringComparer.Ordinal)!;
        var first = string.Create(CultureInfo.InvariantCulture, $"{int.Parse(last[..4], CultureInfo.InvariantCulture) - 10}{last[4..]}");
        string[] areas = ["national", "sector:municipality", "county:01", nodes[0]];
        string[] divisions = ["", "kind", "policeStatus", "setting", "occupationalGroup", "support2"];
        for (var question = 0; question < WarmUp + Series; question++)
        {
            await client.ReadAsync($"/statistics/series?measure=exposures&node={areas[question % areas.Length]}&from={first}&to={last}&period=month&by={divisions[question % divisions.Length]}");
        }

        var times = (Times.Of(service.CallTimes($"{Calls.Base}/statistics/table", 200).Skip(WarmUp)), Times.Of(service.CallTimes($"{Calls.Base}/statistics/series", 200).Skip(WarmUp)), service.PeakMemory());
        await service.StopAsync();
        return times;
    }

    private static async Task<(TimeSpan Freeze, TimeSpan Plain, TimeSpan Own)> InsideAsync(IServiceProvider services, AppDb db)
    {
        var national = StatNode.National.Key;
        var fullest = await db.Set<StatTotal>().Where(total => total.Fact == 1 && total.NodeId == national && total.Period % 100 >= 1 && total.Period % 100 <= 12)
            .OrderByDescending(total => total.N).Select(total => total.Period).FirstAsync();
        var year = StatPeriod.FromCode(fullest).WholeYear;

        var plain = await TimeAsync(() => db.ReadAsync(
            "SELECT \"Combo\", COUNT(*), SUM(\"StatKey\") FROM \"StatFact\" WHERE \"Fact\" = 1 AND \"Month\" BETWEEN @from AND @to GROUP BY \"Combo\"",
            row => row.GetInt64(1),
            CancellationToken.None,
            ("@from", year.Months[0].Code),
            ("@to", year.Months[^1].Code)));
        var own = await TimeAsync(() => new StatisticsStore(db).CombosAsync(StatFactKind.Incidents, StatNode.National, year, CancellationToken.None));

        // Thawed first and frozen again; all of it is taken back afterwards, and the file stays as it was.
        TimeSpan freeze;
        await using (await ((IIncidentReportingDb)db).BeginAsync())
        {
            var builder = services.GetRequiredService<ReleaseBuilder>();
            var month = StatPeriod.FromCode(fullest);
            await builder.RemoveSumsAsync(month, [1, 2], CancellationToken.None);
            await db.Set<ReleaseFact>().Where(fact => fact.Stage >= 1 && fact.Stage <= 2 && (fact.Fact == 1 || fact.Fact == 2) && fact.Month == fullest).ExecuteDeleteAsync();
            await db.Set<StatRelease>().Where(release => release.Year == month.Year && release.Month == month.Number).ExecuteDeleteAsync();
            freeze = await TimeAsync(async () =>
            {
                await builder.FreezeMonthAsync(month, ReleaseStage.Final, CancellationToken.None);
                return 0;
            });
        }

        return (freeze, plain, own);
    }

    private static async Task<TimeSpan> TimeAsync<T>(Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Outcome(Times Tables, Times Series, TimeSpan Freeze, long Memory);

    private sealed record Times(double Median, double P95)
    {
        public static Times Of(IEnumerable<double> milliseconds)
        {
            double[] sorted = [.. milliseconds.Order()];
            return new Times(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)]);
        }
    }
}
