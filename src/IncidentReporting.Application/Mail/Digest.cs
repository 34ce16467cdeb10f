using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

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
}

internal sealed class DefaultDigestTime : IDigestTime
{
    public Task<DigestTime> ForAsync(EmployerId employer, CancellationToken cancellationToken) => Task.FromResult(DigestTime.Default);
}
