using IncidentReporting.Application.Common;

namespace IncidentReporting.Application.Mail;

internal sealed class Outbox(IIncidentReportingDb db, IOutboxSignal signal, TimeProvider time) : IOutbox
{
    public void Add(MailOrder order)
    {
        var messages = db.Set<OutboxMessage>();
        var message = OutboxMessage.From(order, time.Now());
        if (messages.Local.FindEntry(nameof(OutboxMessage.DedupKey), message.DedupKey) is null)
        {
            messages.Add(message);
            db.AfterCommit(signal.Raise);
        }
    }
}
