using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Common;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>At the start: campaigns that an earlier release wrote readable are written anew, each sealed by a key of its own.</summary>
public sealed class CampaignSealing(AppDb db)
{
    /// <summary>Answers how many were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var plain in await db.Set<PlainCampaign>().AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var scope = await db.BeginAsync(cancellationToken);

            // Of several processes that start at once, one takes it.
            if (await db.Set<PlainCampaign>().Where(row => row.Id == plain.Id).ExecuteDeleteAsync(cancellationToken) == 1)
            {
                db.Add(Campaign.Create(plain.Id, plain.EmployerId, CaseText.From(plain.Name)!, plain.Code, plain.FirstSeen, plain.LastSeen, plain.Platforms));
                await db.SaveChangesAsync(cancellationToken);
                moved++;
            }

            await scope.CommitAsync(cancellationToken);
            db.ClearTracked();
        }

        return moved;
    }
}
