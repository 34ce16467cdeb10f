using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Mail;

/// <summary>The stored mails as the dispatcher sees them. Each step is one conditional statement, right under read committed and with several dispatchers.</summary>
internal sealed class OutboxQueue(IIncidentReportingDb db, TimeProvider time)
{
    /// <summary>How long a dispatcher may hold a mail; a conversation with a mail server is cut off well before.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private DbSet<OutboxMessage> Messages => db.Set<OutboxMessage>();

    public Task<List<WaitingMail>> DueAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return Messages.AsNoTracking()
            .Where(message => message.State == OutboxState.Pending && message.NextAttemptAt <= now)
            .Where(message => message.ClaimedUntil == null || message.ClaimedUntil < now)
            .OrderBy(message => message.NextAttemptAt).ThenBy(message => message.Id)
            .Select(message => new WaitingMail(message.Id, message.ClaimedBy))
            .Take(most).ToListAsync(cancellationToken);
    }

    public async Task<bool> ClaimAsync(WaitingMail mail, string claimant, CancellationToken cancellationToken)
    {
        var now = time.Now();
        DateTimeOffset? until = now + Lease;
        return await Messages
            .Where(message => message.Id == mail.Id && message.State == OutboxState.Pending && message.ClaimedBy == mail.LastClaimant)
            .Where(message => message.ClaimedUntil == null || message.ClaimedUntil < now)
            .ExecuteUpdateAsync(
                row => row.SetProperty(message => message.ClaimedBy, claimant).SetProperty(message => message.ClaimedUntil, until),
                cancellationToken) == 1;
    }

    public Task<OutboxMessage> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        Messages.AsNoTracking().SingleAsync(message => message.Id == id, cancellationToken);

    public async Task SentAsync(Guid id, string claimant, string messageId)
    {
        DateTimeOffset? now = time.Now();
        await Held(id, claimant).ExecuteUpdateAsync(
            row => row
                .SetProperty(message => message.State, OutboxState.Sent)
                .SetProperty(message => message.SentAt, now)
                .SetProperty(message => message.MessageId, messageId)
                .SetProperty(message => message.Attempts, message => message.Attempts + 1)
                .SetProperty(message => message.ClaimedBy, (string?)null)
                .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(message => message.FaultPhase, (string?)null)
                .SetProperty(message => message.FaultCode, (int?)null),
            CancellationToken.None);
    }

    /// <summary>Leaves the mail for <paramref name="next"/>, in the state given.</summary>
    public Task PutBackAsync(Guid id, string claimant, OutboxState state, int attempts, DateTimeOffset next, string? phase, int? code) =>
        Held(id, claimant).ExecuteUpdateAsync(
            row => row
                .SetProperty(message => message.State, state)
                .SetProperty(message => message.Attempts, attempts)
                .SetProperty(message => message.NextAttemptAt, next)
                .SetProperty(message => message.ClaimedBy, (string?)null)
                .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(message => message.FaultPhase, phase)
                .SetProperty(message => message.FaultCode, code),
            CancellationToken.None);

    private IQueryable<OutboxMessage> Held(Guid id, string claimant) =>
        Messages.Where(message => message.Id == id && message.State == OutboxState.Pending && message.ClaimedBy == claimant);
}

/// <param name="LastClaimant">Who held it last and did not say how it ended; null for a mail nobody has begun with.</param>
internal sealed record WaitingMail(Guid Id, string? LastClaimant);
