using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>SQL Server writes backups to its own disks only: its tables are in its own backup, taken first, and the rest in ours.</summary>
internal sealed class ServerCopy(AppDb db, EvidenceFolder evidence) : IDatabaseCopy
{
    public string? EntryName => null;

    public async Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken) =>
        await db.Set<Attachment>().AsNoTracking().Select(attachment => attachment.Id).ToListAsync(cancellationToken);

    // The tables are back already when this runs: files tell whether this machine has been in use.
    public Task<string?> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Directory.Exists(evidence.Path) && Directory.EnumerateFiles(evidence.Path, "*", SearchOption.AllDirectories).Any() ? evidence.Path : null);

    public Task RestoreAsync(string file, CancellationToken cancellationToken) => Task.CompletedTask;
}
