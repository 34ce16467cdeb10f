using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>SQL Server writes backups to its own disks only: its tables are in its own backup, taken first, and the rest in ours.</summary>
internal sealed class ServerCopy(AppDb db) : IDatabaseCopy
{
    public string? EntryName => null;

    public async Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken) =>
        await db.Set<Attachment>().AsNoTracking().Select(attachment => attachment.Id).ToListAsync(cancellationToken);

    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public Task RestoreAsync(string file, CancellationToken cancellationToken) => Task.CompletedTask;
}
