using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

internal sealed class Erasure(CaseShares shares) : IErasure
{
    // The keys first: what is cut off in between leaves rows that nobody can open, and that are deleted the next time.
    public async Task EraseAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var keys = await rows.Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).ToListAsync(cancellationToken);
        shares.Destroy(keys.Where(key => key is not null).Select(key => CaseKey.Parse(key!)));
        await rows.ExecuteDeleteAsync(cancellationToken);
    }
}
