using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>At the start: every frozen month must be shown by the table and key it was made with, or its numbers would change.</summary>
public sealed class StatisticsKeyCheck(AppDb db, ICellProtections protections)
{
    /// <summary>Throws <see cref="StatisticsKeyMissingException"/> where one is not at hand.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var used = await db.Set<StatRelease>().Select(release => new { release.TableId, release.KeyId }).Distinct().ToListAsync(cancellationToken);
        foreach (var release in used)
        {
            _ = protections.Of(release.TableId, release.KeyId);
        }
    }
}
