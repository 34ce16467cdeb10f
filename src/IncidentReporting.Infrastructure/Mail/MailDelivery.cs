using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Obligations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>Takes one claimed mail from the outbox to the transport and notes how it ended.</summary>
internal sealed partial class MailDelivery(
    IIncidentReportingDb db, OutboxQueue queue, MailComposer composer, IRecipients recipients, IMailFailureRecipients substitutes, IOutbox outbox,
    IMailTransport transport, MailQueueStatus status, IOptions<EmailOptions> options, TimeProvider time, ILogger<MailDelivery> logger)
{
    /// <summary>A conversation ends before the lease does.</summary>
    private static readonly TimeSpan LongestConversation = TimeSpan.FromSeconds(100);

    public async Task DeliverAsync(WaitingMail mail, string claimant, CancellationToken stopping)
    {
        if (!await queue.ClaimAsync(mail, claimant, stopping))
        {
            return;
        }

        var message = await queue.ReadAsync(mail.Id, CancellationToken.None);
        if (mail.LastClaimant is not null && !transport.IsIdempotent)
        {
            await StopAsync(message, claimant, new MailFaultException("lease", null, MailFaultKind.Unknown));
            return;
        }

        try
        {
            var to = await recipients.FindAsync(message.RecipientId, stopping) ?? throw new MailFaultException("recipient", null, MailFaultKind.Recipient);
            var composed = await composer.ComposeAsync(message, to, stopping);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            limit.CancelAfter(LongestConversation);
            await transport.SendAsync(composed, limit.Token);
            await queue.SentAsync(message.Id, claimant, MimeWriter.MessageId(message.DedupKey, options.Value.FromAddress));
            status.Clear();
            Sent(message.Id, message.Rule, message.Template);
        }
        catch (MailFaultException fault)
        {
            await StopAsync(message, claimant, stopping.IsCancellationRequested && fault.Kind is MailFaultKind.Retry ? null : fault);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await StopAsync(message, claimant, null);
        }
    }

    /// <summary>Notes an attempt that did not end well; without a fault the program itself stopped and nothing has happened.</summary>
    private async Task StopAsync(OutboxMessage message, string claimant, MailFaultException? fault)
    {
        if (fault is not null)
        {
            Failed(message.Id, message.Rule, fault.Phase, fault.Code, fault.Kind);
        }

        var now = time.Now();
        switch (fault?.Kind)
        {
            case null:
                await queue.PutBackAsync(message.Id, claimant, OutboxState.Pending, message.Attempts, now, message.FaultPhase, message.FaultCode);
                break;
            case MailFaultKind.Configuration:
                status.Pause(fault.Phase, fault.Code, now);
                await queue.PutBackAsync(message.Id, claimant, OutboxState.Pending, message.Attempts, now, fault.Phase, fault.Code);
                break;
            case MailFaultKind.Unknown:
                await queue.PutBackAsync(message.Id, claimant, OutboxState.Review, message.Attempts + 1, now, fault.Phase, fault.Code);
                break;
            case MailFaultKind.Retry when message.Attempts + 1 < Backoff.MostAttempts:
                await PutOffAsync(message, claimant, fault, now);
                break;
            default:
                await GiveUpAsync(message, claimant, fault);
                break;
        }
    }

    private async Task PutOffAsync(OutboxMessage message, string claimant, MailFaultException fault, DateTimeOffset now)
    {
        var attempts = message.Attempts + 1;
        if (attempts == Backoff.AttemptsBeforeSubstitute)
        {
            await TellSubstitutesAsync(message);
            await SaveAsync(message);
        }

        await queue.PutBackAsync(message.Id, claimant, OutboxState.Pending, attempts, now + Backoff.After(attempts), fault.Phase, fault.Code);
    }

    private async Task GiveUpAsync(OutboxMessage message, string claimant, MailFaultException fault)
    {
        var stored = await db.Set<OutboxMessage>().SingleAsync(row => row.Id == message.Id, CancellationToken.None);
        if (stored.ClaimedBy != claimant)
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
            var order = new MailOrder(
                message.EmployerId, substitute, message.IncidentId, message.Number, message.Rule, $"undelivered:{message.Id:N}", MailTemplate.MailFailed,
                message.DueAt, message.LinkPath, null, message.ThreadKey, Party.Deputy);
            var key = OutboxMessage.KeyOf(order);
            if (substitute != message.RecipientId && !await db.Set<OutboxMessage>().AnyAsync(row => row.DedupKey == key, CancellationToken.None))
            {
                outbox.Add(order);
            }
        }
    }

    private async Task SaveAsync(OutboxMessage message)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbUpdateException or ChangedMeanwhileException)
        {
            // The lease ran out and another dispatcher has taken over: its word holds.
            Overtaken(message.Id, fault);
        }
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Mail {MessageId} of rule {Rule}, template {Template}, left.")]
    private partial void Sent(Guid messageId, string rule, MailTemplate template);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "Mail {MessageId} of rule {Rule} did not leave: {Phase} {Code} {Kind}.")]
    private partial void Failed(Guid messageId, string rule, string phase, int? code, MailFaultKind kind);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "Mail {MessageId} was taken over by another dispatcher.")]
    private partial void Overtaken(Guid messageId, Exception fault);
}
