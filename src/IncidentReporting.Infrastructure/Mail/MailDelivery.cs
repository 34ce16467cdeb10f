using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Takes one claimed mail from the outbox to the transport, and notes it when that did not end well.</summary>
internal sealed partial class MailDelivery(
    IIncidentReportingDb db, OutboxQueue queue, MailComposer composer, IRecipients recipients, IMailFailureRecipients substitutes, IOutbox outbox,
    IMailTransport transport, MailQueueStatus status, IOptions<EmailOptions> options, TimeProvider time, ILogger<MailDelivery> logger)
{
    /// <summary>A conversation ends before the lease does.</summary>
    private static readonly TimeSpan LongestConversation = TimeSpan.FromSeconds(100);

    /// <summary>The mail as sent, to be noted by the caller; null when it did not leave.</summary>
    public async Task<SentMail?> DeliverAsync(ClaimedMail mail, CancellationToken stopping)
    {
        try
        {
            if (mail.IsOrphan && !transport.IsIdempotent)
            {
                throw new MailFaultException("lease", null, MailFaultKind.Unknown);
            }

            await SendAsync(mail.Message, stopping);
        }
        catch (MailFaultException fault) when (!(stopping.IsCancellationRequested && fault.Kind is MailFaultKind.Retry))
        {
            await NoteAsync(mail, fault);
            return null;
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Broken(mail.Message.Id, fault);
            await NoteAsync(mail, new MailFaultException("internal", null, MailFaultKind.Retry, fault));
            return null;
        }
        catch (Exception fault) when (fault is MailFaultException or OperationCanceledException)
        {
            return null;
        }

        status.Clear();
        Sent(mail.Message.Id, mail.Message.Rule, mail.Message.Template);
        return new SentMail(mail, MimeWriter.MessageId(mail.Message.DedupKey, options.Value.FromAddress));
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken stopping)
    {
        var to = await recipients.FindAsync(message.RecipientId, stopping) ?? throw new MailFaultException("recipient", null, MailFaultKind.Recipient);
        var composed = await composer.ComposeAsync(message, to, stopping);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(LongestConversation);
        await transport.SendAsync(composed, limit.Token);
    }

    private async Task NoteAsync(ClaimedMail mail, MailFaultException fault)
    {
        var (message, now) = (mail.Message, time.Now());
        Failed(message.Id, message.Rule, fault.Phase, fault.Code, fault.Kind);
        switch (fault.Kind)
        {
            case MailFaultKind.Configuration:
                status.Pause(fault.Phase, fault.Code, now);
                await queue.PutBackAsync(mail, OutboxState.Pending, message.Attempts, now, fault);
                break;
            case MailFaultKind.Unknown:
                await queue.PutBackAsync(mail, OutboxState.Review, message.Attempts + 1, now, fault);
                break;
            case MailFaultKind.Retry when message.Attempts + 1 < Backoff.MostAttempts:
                await PutOffAsync(mail, fault, now);
                break;
            default:
                await GiveUpAsync(mail, fault);
                break;
        }
    }

    private async Task PutOffAsync(ClaimedMail mail, MailFaultException fault, DateTimeOffset now)
    {
        var attempts = mail.Message.Attempts + 1;
        if (attempts == Backoff.AttemptsBeforeSubstitute)
        {
            await TellSubstitutesAsync(mail.Message);
            await SaveAsync(mail.Message);
        }

        await queue.PutBackAsync(mail, OutboxState.Pending, attempts, now + Backoff.After(attempts), fault);
    }

    private async Task GiveUpAsync(ClaimedMail mail, MailFaultException fault)
    {
        var stored = await db.Set<OutboxMessage>().SingleAsync(row => row.Id == mail.Message.Id, CancellationToken.None);
        if (stored.ClaimedBy != mail.Claim)
        {
            return;
        }

        stored.GiveUp(fault.Phase, fault.Code);
        await TellSubstitutesAsync(stored);
        await SaveAsync(stored);
    }

    /// <summary>Someone takes over what the recipient was not told. A notice of this kind that fails itself stays in the list for the administrator.</summary>
    private async Task TellSubstitutesAsync(OutboxMessage message)
    {
        if (message.Template is MailTemplate.MailFailed)
        {
            return;
        }

        foreach (var substitute in await substitutes.SubstitutesForAsync(message.RecipientId, message.IncidentId, CancellationToken.None))
        {
            var order = FailureOrder(message, substitute);
            var key = OutboxMessage.KeyOf(order);
            if (substitute != message.RecipientId && !await db.Set<OutboxMessage>().AnyAsync(row => row.DedupKey == key, CancellationToken.None))
            {
                outbox.Add(order);
            }
        }
    }

    private static MailOrder FailureOrder(OutboxMessage message, UserId substitute) => new(
        message.EmployerId, substitute, message.IncidentId, message.Number, message.Rule, $"undelivered:{message.Id:N}", MailTemplate.MailFailed,
        message.DueAt, message.LinkPath, null, message.ThreadKey, Party.Deputy);

    private async Task SaveAsync(OutboxMessage message)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is UniqueViolationException or ChangedMeanwhileException)
        {
            // The lease ran out and another dispatcher has taken over: its word holds.
            db.ClearTracked();
            Overtaken(message.Id, fault);
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Mail {MessageId} of rule {Rule}, template {Template}, left.")]
    private partial void Sent(Guid messageId, string rule, MailTemplate template);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Mail {MessageId} of rule {Rule} did not leave: {Phase} {Code} {Kind}.")]
    private partial void Failed(Guid messageId, string rule, string phase, int? code, MailFaultKind kind);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "Mail {MessageId} was taken over by another dispatcher.")]
    private partial void Overtaken(Guid messageId, Exception fault);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "Mail {MessageId} could not be made.")]
    private partial void Broken(Guid messageId, Exception fault);
}
