using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Removes files that no case names: of a save that failed, of a draft that was thrown away.</summary>
internal sealed class OrphanCleaning(IIncidentReportingDb db, EvidenceFolder folder, TimeProvider time) : IUpkeep
{
    private const int AtATime = 500;

    /// <summary>A save in progress is long over by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var files in folder.Before(time.Now() - Grace).Chunk(AtATime))
        {
            var ids = files.Select(file => file.Id).ToList();
            var named = await db.Set<Attachment>().AsNoTracking().Where(attachment => ids.Contains(attachment.Id)).Select(attachment => attachment.Id)
                .ToListAsync(cancellationToken);
            foreach (var orphan in files.Where(file => file.File != folder.PathOf(file.Id) || !named.Contains(file.Id)))
            {
                File.Delete(orphan.File);
            }
        }
    }
}
