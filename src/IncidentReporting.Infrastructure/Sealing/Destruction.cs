using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Destroys keys and files, and is sure to: first it is written down in the caller's transaction, then it is done, then the note is removed. A process that dies in between leaves the note.</summary>
internal sealed class Destruction(AppDb db, CaseShares shares, IEvidenceStore? evidence = null)
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

    /// <summary>Does what is written down and may not be done yet. Answers how many things.</summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (await db.Set<Doomed>().AsNoTracking().OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancellationToken) is { Count: > 0 } rows)
        {
            Destroy(rows);
            var ids = rows.Select(row => row.Id).ToList();
            await using var scope = await db.BeginAsync(cancellationToken);
            await db.Set<Doomed>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
            await scope.CommitAsync(cancellationToken);
            done += rows.Count;
        }

        return done;
    }

    // What fails stands written down, and is done by the next round.
    private void Try(List<Doomed> rows)
    {
        try
        {
            Destroy(rows);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
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
}
