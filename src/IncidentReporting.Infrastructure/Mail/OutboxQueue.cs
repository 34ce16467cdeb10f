using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>The stored mails as the dispatcher sees them. Claims are conditional updates, right under read committed and with several dispatchers.</summary>
internal sealed class OutboxQueue(IIncidentReportingDb db, TimeProvider time)
{
    /// <summary>No lease is as long: what seems to be was made before the clock was moved back.</summary>
    private static readonly TimeSpan NoLease = TimeSpan.FromMinutes(10);

    private DbSet<OutboxMessage> Messages => db.Set<OutboxMessage>();

    /// <summary>Takes what is due and free, for as long as the lease; the claim is made anew each time, so that it tells what was taken now.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(string claim, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await Free(now)
            .OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .Select(message => new { message.Id, IsOrphan = message.ClaimedBy != null })
            .Take(most).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        var ids = due.ConvertAll(mail => mail.Id);
        DateTimeOffset? until = now + lease;
        await InOneTransactionAsync(() => Free(now)
            .Where(message => ids.Contains(message.Id))
            .ExecuteUpdateAsync(
                row => row.SetProperty(message => message.ClaimedBy, claim).SetProperty(message => message.ClaimedUntil, until), cancellationToken));
        var claimed = await Messages.AsNoTracking()
            .Where(message => message.ClaimedBy == claim).OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .ToListAsync(cancellationToken);
        var orphans = due.Where(mail => mail.IsOrphan).Select(mail => mail.Id).ToHashSet();
        return [.. claimed.Select(message => new ClaimedMail(message, claim, orphans.Contains(message.Id)))];
    }

    public Task SentAsync(IReadOnlyCollection<SentMail> mails)
    {
        DateTimeOffset? now = time.Now();
        return InOneTransactionAsync(async () =>
        {
            foreach (var (mail, messageId) in mails)
            {
                await Held(mail).ExecuteUpdateAsync(row => row
                    .SetProperty(message => message.State, OutboxState.Sent)
                    .SetProperty(message => message.SentAt, now)
                    .SetProperty(message => message.MessageId, messageId)
                    .SetProperty(message => message.SealedLink, (string?)null)
                    .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                    .SetProperty(message => message.ClaimedBy, (string?)null)
                    .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)
                    .SetProperty(message => message.FaultPhase, (string?)null)
                    .SetProperty(message => message.FaultCode, (int?)null));
            }
        });
    }

    /// <summary>Lets a mail go in the state given, to be tried at <paramref name="next"/> if it is pending.</summary>
    public Task PutBackAsync(ClaimedMail mail, OutboxState state, int attempts, DateTimeOffset next, MailFaultException fault) =>
        InOneTransactionAsync(() => Held(mail).ExecuteUpdateAsync(row => row
            .SetProperty(message => message.State, state)
            .SetProperty(message => message.Attempts, attempts)
            .SetProperty(message => message.NextAttemptAt, next)
            .SetProperty(message => message.ClaimedBy, (string?)null)
            .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(message => message.FaultPhase, fault.Phase)
            .SetProperty(message => message.FaultCode, fault.Code)));

    /// <summary>Lets go of what the claim still holds and nothing has happened with. What was sent stays claimed, should noting it have failed.</summary>
    public Task ReleaseAsync(string claim, IReadOnlyCollection<Guid> sent) =>
        InOneTransactionAsync(() => Messages
            .Where(message => message.ClaimedBy == claim && message.State == OutboxState.Pending && !sent.Contains(message.Id))
            .ExecuteUpdateAsync(row => row
                .SetProperty(message => message.ClaimedBy, (string?)null)
                .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)));

    private IQueryable<OutboxMessage> Free(DateTimeOffset now)
    {
        var never = now + NoLease;
        return Messages.Where(message => message.State == OutboxState.Pending && message.NextAttemptAt <= now)
            .Where(message => message.ClaimedUntil == null || message.ClaimedUntil < now || message.ClaimedUntil > never);
    }

    private IQueryable<OutboxMessage> Held(ClaimedMail mail) =>
        Messages.Where(message => message.Id == mail.Message.Id && message.State == OutboxState.Pending && message.ClaimedBy == mail.Claim);

    // Through the context's own transaction, because on the embedded database writers stand in a line there.
    private async Task InOneTransactionAsync(Func<Task> write)
    {
        await using var scope = await db.BeginAsync();
        await write();
        await scope.CommitAsync();
    }
}

/// <param name="IsOrphan">Another dispatcher has held it and did not say how it ended.</param>
internal sealed record ClaimedMail(OutboxMessage Message, string Claim, bool IsOrphan);

internal sealed record SentMail(ClaimedMail Mail, string MessageId);
