using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>One offer of support with its answer and delivery. Support is voluntary, and a declined offer is made again.</summary>
public sealed class SupportOffer
{
    private SupportOffer()
    {
    }

    public Guid Id { get; private init; }

    public Guid? ExposedId { get; private init; }

    public string Measure { get; private init; } = string.Empty;

    public CaseText? Note { get; private init; }

    public DateTimeOffset OfferedAt { get; private init; }

    public UserId OfferedBy { get; private init; }

    /// <summary>accepted, declined or later; null until answered.</summary>
    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When something lent or decided runs out, such as an alarm.</summary>
    public DateOnly? ExpiresOn { get; private init; }

    internal static SupportOffer Make(Guid? exposedId, string measure, CaseText? note, DateOnly? expiresOn, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        ExposedId = exposedId,
        Measure = measure,
        Note = note,
        OfferedAt = by.Now,
        OfferedBy = by.Id,
        ExpiresOn = expiresOn,
    };

    internal void Record(string? answer, DateTimeOffset? deliveredAt, DateTimeOffset? completedAt, DateTimeOffset now)
    {
        var delivered = deliveredAt ?? DeliveredAt;
        IncidentRules.OfferNotCompletedBeforeDelivered.Check(completedAt is null || delivered <= completedAt);
        if (answer is not null)
        {
            Answer = answer;
            AnsweredAt = now;
        }

        DeliveredAt = delivered;
        CompletedAt = completedAt ?? CompletedAt;
    }
}

/// <summary>How sufficient the support was, in the exposed person's own judgement.</summary>
public sealed class SupportRating
{
    private SupportRating()
    {
    }

    public Guid Id { get; private init; }

    public Guid ExposedId { get; private init; }

    public string Adequacy { get; private init; } = string.Empty;

    public CaseText? Comment { get; private init; }

    public DateTimeOffset At { get; private init; }

    internal static SupportRating Give(Guid exposedId, string adequacy, CaseText? comment, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        ExposedId = exposedId,
        Adequacy = adequacy,
        Comment = comment,
        At = now,
    };
}

/// <summary>Where the support of a case stands as a whole.</summary>
public enum SupportState
{
    ToOffer,
    Offered,
    Accepted,
    Declined,
    Later,
    Running,
    Ended,
}
