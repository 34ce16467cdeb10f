using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Compares the figures once a night and freezes what is due. A mismatch is told in the log and by a gauge, and stops the freezing.</summary>
internal sealed partial class FigureUpkeep(IStatisticsUpkeep statistics, TimeProvider time, ILogger<FigureUpkeep> logger) : IUpkeep
{
    private static readonly TimeSpan CompareEvery = TimeSpan.FromHours(20);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var last = await statistics.LastReconciliationAsync(cancellationToken);
        if (last is null || time.Now() - last.At >= CompareEvery || last.Mismatches.Count > 0)
        {
            last = await statistics.ReconcileAsync(cancellationToken);
        }

        if (last.Mismatches.Count > 0)
        {
            Mismatch(logger, last.Mismatches.Count, last.Mismatches[0]);
            return;
        }

        if (await statistics.FreezeDueAsync(progress: null, cancellationToken) is > 0 and var frozen)
        {
            Frozen(logger, frozen);
        }
    }

    [LoggerMessage(EventId = 3701, Level = LogLevel.Error, Message = "The statistics do not agree in {Count} places, first {Where}; nothing is frozen until they do.")]
    private static partial void Mismatch(ILogger logger, int count, string where);

    [LoggerMessage(EventId = 3702, Level = LogLevel.Information, Message = "Froze {Months} months of statistics.")]
    private static partial void Frozen(ILogger logger, int months);
}
