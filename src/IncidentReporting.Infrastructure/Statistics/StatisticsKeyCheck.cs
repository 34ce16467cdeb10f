using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>At the start: every frozen month must be shown by the table and key it was made with, or its numbers would change.</summary>
public sealed class StatisticsKeyCheck(AppDb db, ICellProtections protections)
{
    /// <summary>Throws <see cref="StatisticsKeyMissingException"/> where one is not at hand.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var releases = await db.Set<StatRelease>().Select(release => new { release.TableId, release.KeyId }).Distinct().ToListAsync(cancellationToken);
        var rounds = await db.Set<PulseRound>().Where(round => round.ClosedAt != null)
            .Select(round => new { TableId = round.TableId!, KeyId = round.KeyId! }).Distinct().ToListAsync(cancellationToken);
        foreach (var release in releases.Union(rounds))
        {
            _ = protections.Of(release.TableId, release.KeyId);
        }
    }
}
