using IncidentReporting.Application.Health;

namespace IncidentReporting.Application.Statistics.Releases;

/// <summary>Whether incidents, facts and releases agreed at the last comparison.</summary>
public sealed class FigureGauges(IStatisticsUpkeep statistics) : IGauges
{
    public async Task<IReadOnlyList<Gauge>> ReadAsync(CancellationToken cancellationToken)
    {
        var last = await statistics.LastReconciliationAsync(cancellationToken);
        return [new("incidentreporting_statistics_mismatches", "Sums that did not agree when the statistics were last compared; nothing is frozen while there are any.", last?.Mismatches.Count ?? 0)];
    }
}
