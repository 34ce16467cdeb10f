using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

internal sealed class Erasure(AppDb db, Destruction destruction) : IErasure
{
    public async Task<int> EraseAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        var keys = await rows.Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).ToListAsync(cancellationToken);
        if (keys.Count == 0)
        {
            return 0;
        }

        await destruction.OrderAsync([.. keys.Where(key => key is not null).Select(key => CaseKey.Parse(key!))], [], cancellationToken);
        if (await rows.ExecuteDeleteAsync(cancellationToken) != keys.Count)
        {
            throw new ChangedMeanwhileException();
        }

        await scope.CommitAsync(cancellationToken);
        return keys.Count;
    }
}
