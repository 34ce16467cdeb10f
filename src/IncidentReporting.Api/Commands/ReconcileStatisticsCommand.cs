using System.Globalization;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Api.Commands;

/// <summary><c>reconcile-statistics</c>: compares incidents, facts, frozen facts and totals; fails where they do not agree.</summary>
internal sealed class ReconcileStatisticsCommand : IProgramCommand
{
    public string Name => "reconcile-statistics";

    public IReadOnlyDictionary<string, bool> Options { get; } = new Dictionary<string, bool>(StringComparer.Ordinal);

    public async Task RunAsync(IServiceProvider services, CommandOptions options, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        var outcome = await services.GetRequiredService<IStatisticsUpkeep>().ReconcileAsync(cancellationToken);
        if (outcome.Mismatches.Count > 0)
        {
            throw new CommandException($"The statistics do not agree: {string.Join("; ", outcome.Mismatches)}.");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Compared} sums agree."));
    }
}
