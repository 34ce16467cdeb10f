using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>One line of a person's digest: waits until the day's digest takes it along.</summary>
public sealed class DigestItem
{
    private DigestItem()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UserId RecipientId { get; private init; }

    /// <summary>The first local day whose digest may hold it.</summary>
    public DateOnly Day { get; private init; }

    public IncidentId IncidentId { get; private init; }

    public string Number { get; private init; } = string.Empty;

    public string Rule { get; private init; } = string.Empty;

    public string Step { get; private init; } = string.Empty;

    public DateTimeOffset? DueAt { get; private init; }

    public string? LinkPath { get; private init; }

    public string DedupKey { get; private init; } = string.Empty;

    /// <summary>The mail that holds it; null as long as it waits.</summary>
    public Guid? OutboxMessageId { get; private set; }

    public static DigestItem From(DigestOrder order, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        EmployerId = order.EmployerId,
        RecipientId = order.Recipient,
        Day = order.Day,
        IncidentId = order.Incident,
        Number = order.Number,
        Rule = order.Rule,
        Step = order.Step,
        DueAt = order.Until,
        LinkPath = order.Link,
        DedupKey = $"{order.Incident.Value:N}|{order.Rule}|{order.Step}|{order.Recipient.Value:N}",
    };

    public void TakeAlong(OutboxMessage digest) => OutboxMessageId = digest.Id;
}
