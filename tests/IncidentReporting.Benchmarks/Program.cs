using IncidentReporting.Benchmarks;
using IncidentReporting.TestKit;

// Power cuts count here, so the files lie on a disk and not in memory.
TestFolder.OnDisk = true;
return args switch
{
    [] or ["reports"] => await ReportBenchmark.RunAsync(),
    ["trust"] => await TrustAsync(),
    ["figures", .. var rest] => await FiguresBenchmark.RunAsync(rest),
    _ => throw new InvalidOperationException("There are: reports, trust, figures [INCIDENTS [FOLDER]]."),
};

static async Task<int> TrustAsync()
{
    await TrustBenchmark.RunAsync();
    await IncidentReporting.TestKit.Running.Municipality.ForgetAsync();
    return 0;
}
