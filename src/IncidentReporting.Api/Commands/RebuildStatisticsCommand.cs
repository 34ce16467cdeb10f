using System.Globalization;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>rebuild-statistics</c>: builds every sum anew from the frozen facts; the published numbers stay the same.</summary>
internal sealed class RebuildStatisticsCommand : IProgramCommand
{
    public string Name => "rebuild-statistics";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        var built = await services.GetRequiredService<IStatisticsUpkeep>().RebuildAsync(new FreezeStatisticsCommand.Progress(), cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{built} months are built anew."));
    }
}
