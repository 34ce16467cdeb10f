using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Health;

public sealed class MailGauges(IIncidentReportingDb db) : IGauges
{
    public async Task<IReadOnlyList<Gauge>> ReadAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Set<OutboxMessage>().GroupBy(message => message.State)
            .Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.State, row => row.Count, cancellationToken);
        return
        [
            .. Enum.GetValues<OutboxState>().Select(state => new Gauge(
                "incidentreporting_mail_messages", "Mails in the outbox by state.", counts.GetValueOrDefault(state), ("state", SnakeCase.Of(state)))),
        ];
    }
}
