using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

internal sealed class CaseKeys(AppDb db, CaseShares shares) : ICaseKeys
{
    public async Task<IReadOnlySet<IncidentId>> GoneAsync(IReadOnlyCollection<IncidentId> cases, CancellationToken cancellationToken)
    {
        var gone = new HashSet<IncidentId>();
        foreach (var some in cases.Chunk(500))
        {
            var rows = await db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes().Where(incident => some.Contains(incident.Id))
                .Select(incident => new { incident.Id, Key = EF.Property<byte[]?>(incident, SealColumns.Key) }).ToListAsync(cancellationToken);
            gone.UnionWith(rows.Where(row => row.Key is not null && IsGone(row.Id.Value, CaseKey.Parse(row.Key))).Select(row => row.Id));
        }

        return gone;
    }

    // A share that is not here, or was changed, is a loss and no erasure: that is not passed over.
    private bool IsGone(Guid root, CaseKey key)
    {
        try
        {
            shares.Get(root, key.ShareFile, key.SharePlace);
            return false;
        }
        catch (SealBrokenException broken) when (broken.IsErased)
        {
            return true;
        }
    }
}
