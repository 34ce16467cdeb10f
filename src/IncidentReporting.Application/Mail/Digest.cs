using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Mail;

internal sealed class Digest(IIncidentReportingDb db, TimeProvider time) : IDigest
{
    public void Add(DigestOrder order)
    {
        var items = db.Set<DigestItem>();
        var item = DigestItem.From(order, time.Now());
        if (items.Local.FindEntry(nameof(DigestItem.DedupKey), item.DedupKey) is null)
        {
            items.Add(item);
        }
    }

    public async Task WithdrawAsync(IncidentId incident, string rule, CancellationToken cancellationToken)
    {
        var items = db.Set<DigestItem>();
        await items
            .Where(item => item.IncidentId == incident && item.Rule == rule && item.OutboxMessageId == null)
            .LoadAsync(cancellationToken);
        items.RemoveRange(items.Local.Where(item => item.IncidentId == incident && item.Rule == rule && item.OutboxMessageId is null).ToList());
    }
}

internal sealed class DefaultDigestTime : IDigestTime
{
    public Task<DigestTime> ForAsync(EmployerId employer, CancellationToken cancellationToken) => Task.FromResult(DigestTime.Default);
}
