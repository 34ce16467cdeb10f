using System.Globalization;
using System.Net.Http.Headers;
using IncidentReporting.Api.Hosting;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentReporting.Benchmarks;

/// <summary>What sealing the texts and keeping the log cost: the same service with both and without, in turns, so that a busy machine is busy for both.</summary>
internal static class TrustBenchmark
{
    private const int WarmUp = 500;
    private const int Reports = 1600;
    private const int Turns = 4;

    public static async Task RunAsync()
    {
        var (kept, bare) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            kept.Add(await MeasureAsync(isTrusted: true));
            bare.Add(await MeasureAsync(isTrusted: false));
        }

        Print($"Reports a second by {Load.Clients} clients, the best of {Turns} turns each (all turns in parentheses):");
        Print($"  sealed, with the chained log  {kept.Max(),5:0}   ({string.Join(", ", kept.Select(one => one.ToString("0", CultureInfo.InvariantCulture)))})");
        Print($"  neither                       {bare.Max(),5:0}   ({string.Join(", ", bare.Select(one => one.ToString("0", CultureInfo.InvariantCulture)))})");
        Print($"  ratio of the best {kept.Max() / bare.Max():0%}, of the sums {kept.Sum() / bare.Sum():0%}");
    }

    private static async Task<double> MeasureAsync(bool isTrusted)
    {
        var (copy, people) = await Municipality.CopyAsync();
        await using var data = copy;
        await using var app = ServiceHost.Build(
            ["--environment=Development", "--urls=http://127.0.0.1:0", $"--Data:Directory={data.Folder}", "--Demo:Enabled=false", "--Logging:LogLevel:Default=Error"],
            services =>
            {
                if (!isTrusted)
                {
                    services.RemoveAll<SealHouse>();
                    services.AddSingleton<SealHouse, PlainHouse>();
                }
            });
        await ServiceHost.PrepareAsync(app);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", people.TokenOf("employee1"));
        var result = await new Load(client, () => [.. Enumerable.Repeat(0.0, WarmUp + 1)]).RunAsync(WarmUp, 1, Reports);
        await app.StopAsync();
        return result.PerSecond;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
