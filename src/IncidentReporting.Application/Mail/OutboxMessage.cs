using System.Text;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>One mail to one person: ordered in the save of what it tells of, composed when it is sent.</summary>
public sealed class OutboxMessage
{
    public const int KeyLength = 200;
    public const int RuleLength = 40;
    public const int StepLength = 90;
    public const int NumberLength = 20;
    public const int LinkLength = 300;
    public const int SealedLinkLength = 500;

    private OutboxMessage()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UserId RecipientId { get; private init; }

    public Party? RecipientAs { get; private init; }

    public IncidentId? IncidentId { get; private init; }

    public string? Number { get; private init; }

    public string Rule { get; private init; } = string.Empty;

    public string Step { get; private init; } = string.Empty;

    /// <summary>Case or subject, rule, step and recipient; unique, and what the Message-ID is made of.</summary>
    public string DedupKey { get; private init; } = string.Empty;

    public string ThreadKey { get; private init; } = string.Empty;

    public MailTemplate Template { get; private init; }

    public DateTimeOffset? DueAt { get; private init; }

    public string? LinkPath { get; private init; }

    /// <summary>A link that only the recipient may know; wiped when the mail has left.</summary>
    public string? SealedLink { get; private init; }

    public DateTimeOffset? BookedAt { get; private init; }

    public OutboxState State { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? MessageId { get; private set; }

    /// <summary>Where in the conversation with the mail server the last attempt ended, such as <c>rcpt</c>.</summary>
    public string? FaultPhase { get; private set; }

    /// <summary>The mail server's three digits, where it gave an answer.</summary>
    public int? FaultCode { get; private set; }

    public static string KeyOf(MailOrder order) =>
        $"{order.Incident?.Value.ToString("N") ?? order.SubjectKey}|{order.Rule}|{order.Step}|{order.Recipient.Value:N}";

    public static OutboxMessage From(MailOrder order, DateTimeOffset now)
    {
        var key = KeyOf(order);
        if (key.Length > KeyLength || !Ascii.IsValid(key) || key.Any(char.IsControl))
        {
            throw new ArgumentException("A mail's key is at most 200 printable ASCII characters.", nameof(order));
        }

        return new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = order.EmployerId,
            RecipientId = order.Recipient,
            RecipientAs = order.RecipientAs,
            IncidentId = order.Incident,
            Number = order.Number,
            Rule = order.Rule,
            Step = order.Step,
            DedupKey = key,
            ThreadKey = order.SubjectKey,
            Template = order.Template,
            DueAt = order.Until,
            LinkPath = order.Link,
            SealedLink = order.SealedLink,
            BookedAt = order.BookedAt,
            State = OutboxState.Pending,
            NextAttemptAt = now,
            CreatedAt = now,
        };
    }

    /// <summary>Ends the attempts; the row stays as a dead letter.</summary>
    public void GiveUp(string phase, int? code)
    {
        State = OutboxState.Dead;
        FaultPhase = phase;
        FaultCode = code;
        Release();
    }

    /// <summary>Sends the mail again, from the first attempt, because a person asked for it.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        MailRules.HasStopped.Check(State is OutboxState.Dead or OutboxState.Review);
        State = OutboxState.Pending;
        Attempts = 0;
        NextAttemptAt = now;
        Release();
    }

    private void Release()
    {
        ClaimedBy = null;
        ClaimedUntil = null;
    }
}
