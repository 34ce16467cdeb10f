using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Destroys keys and files, and is sure to: first it is written down in the caller's transaction, then it is done, then the note is removed. A process that dies in between leaves the note.</summary>
internal sealed partial class Destruction(AppDb db, CaseShares shares, ILogger<Destruction> logger, IEvidenceStore? evidence = null)
{
    private const int AtOnce = 500;

    /// <summary>Within the open transaction; done once it is committed.</summary>
    public async Task OrderAsync(IReadOnlyCollection<CaseKey> keys, IReadOnlyCollection<Guid> files, CancellationToken cancellationToken)
    {
        List<Doomed> doomed =
        [
            .. keys.Select(key => new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = key.SharePlace }),
            .. files.Select(file => new Doomed { Id = Guid.CreateVersion7(), EvidenceFile = file }),
        ];
        if (doomed.Count == 0)
        {
            return;
        }

        await db.BulkInsertAsync(
            new BulkRows("Doomed", ["Id", "ShareFile", "SharePlace", "EvidenceFile"], doomed.Select(row => new object?[] { row.Id, row.ShareFile, row.SharePlace, row.EvidenceFile })),
            cancellationToken);
        db.AfterCommit(() => Try(doomed));
    }

    /// <summary>Does what is written down and may not be done yet. False where something could not be done: it stays written down, and keeps nothing else from being.</summary>
    public async Task<bool> FinishAsync(CancellationToken cancellationToken)
    {
        var (isAllDone, after) = (true, Guid.Empty);
        while (await db.Set<Doomed>().AsNoTracking().Where(row => row.Id.CompareTo(after) > 0).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            var done = Try(rows) ? rows : rows.FindAll(TryAlone);
            var ids = done.ConvertAll(row => row.Id);
            await using var scope = await db.BeginAsync(cancellationToken);
            await db.Set<Doomed>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            await scope.CommitAsync(cancellationToken);
            isAllDone &= done.Count == rows.Count;
            after = rows[^1].Id;
        }

        return isAllDone;
    }

    // What fails stands written down, and is done by the next round.
    private bool Try(List<Doomed> rows)
    {
        try
        {
            Destroy(rows);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private bool TryAlone(Doomed row)
    {
        try
        {
            Destroy([row]);
            return true;
        }
        catch (Exception fault)
        {
            Failed(row.Id, fault.GetType().Name);
            return false;
        }
    }

    private void Destroy(List<Doomed> rows)
    {
        shares.Destroy(rows.Where(row => row.ShareFile is not null).Select(row => (row.ShareFile!.Value, row.SharePlace!.Value)));
        foreach (var file in rows.Select(row => row.EvidenceFile).OfType<Guid>())
        {
            evidence?.Remove(file);
        }
    }

    [LoggerMessage(EventId = 3502, Level = LogLevel.Error, Message = "What is written down in Doomed as {Row} could not be destroyed ({Fault}); it is tried again.")]
    private partial void Failed(Guid row, string fault);
}
