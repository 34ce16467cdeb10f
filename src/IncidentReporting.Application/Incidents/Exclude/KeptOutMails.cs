using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.Exclude;

/// <summary>Takes back what was ordered to a person about a case and has not left, with the caller's save.</summary>
internal sealed class KeptOutMails(IIncidentReportingDb db)
{
    public async Task TakeBackAsync(IncidentId incident, UserId person, CancellationToken cancellationToken)
    {
        var mails = await db.Set<OutboxMessage>()
            .Where(mail => mail.IncidentId == incident && mail.RecipientId == person && mail.State != OutboxState.Sent).ToListAsync(cancellationToken);
        db.Set<OutboxMessage>().RemoveRange(mails);

        var lines = await db.Set<DigestItem>().Where(line => line.IncidentId == incident && line.RecipientId == person).ToListAsync(cancellationToken);
        var digests = lines.Select(line => line.OutboxMessageId).OfType<Guid>().Distinct().ToList();
        var ids = lines.ConvertAll(line => line.Id);
        db.Set<DigestItem>().RemoveRange(lines);

        // A digest of nothing but this case is not sent empty.
        var emptied = await db.Set<OutboxMessage>()
            .Where(mail => digests.Contains(mail.Id) && mail.State != OutboxState.Sent
                && !db.Set<DigestItem>().Any(line => line.OutboxMessageId == mail.Id && !ids.Contains(line.Id)))
            .ToListAsync(cancellationToken);
        db.Set<OutboxMessage>().RemoveRange(emptied);
    }
}
