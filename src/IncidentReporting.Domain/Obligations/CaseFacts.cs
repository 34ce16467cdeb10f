using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Obligations;

/// <summary>All that the clocks need to know of a case, and nothing that anyone wrote in it.</summary>
public sealed record CaseFacts
{
    public required IncidentState State { get; init; }

    public required CodeSet Kinds { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>t_submit; a draft has no facts and no obligations.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>t_aware: the first manager or system notice.</summary>
    public required DateTimeOffset AwareAt { get; init; }

    /// <summary>Stated (not safe now, a kind that suggests a duty to notify) or assessed as serious danger.</summary>
    public bool SeriousDanger { get; init; }

    public bool SickLeave { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public DateTimeOffset? AssessedAt { get; init; }

    /// <summary>yes, no or unclear, once assessed.</summary>
    public string? AvDuty { get; init; }

    /// <summary>When an injury became known; null as long as none is.</summary>
    public DateTimeOffset? InjuryKnownAt { get; init; }

    /// <summary>When the first evidence was saved.</summary>
    public DateTimeOffset? EvidenceSavedAt { get; init; }

    /// <summary>Police events that stand (corrected ones left out), oldest first.</summary>
    public IReadOnlyList<PoliceFact> Police { get; init; } = [];

    /// <summary>Notices to authorities and others, oldest first; an addressee may occur several times, the last one holds.</summary>
    public IReadOnlyList<NotificationFact> Notifications { get; init; } = [];

    public IReadOnlyList<OfferFact> Offers { get; init; } = [];

    public IReadOnlyList<ActionFact> Actions { get; init; } = [];

    public IReadOnlyList<FollowUpFact> FollowUps { get; init; } = [];

    /// <summary>When the case was closed; null while it is open and after a reopening.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the case was withdrawn, or found to be a duplicate, out of scope or another's.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The exposed person has asked for no more repeated information (R17).</summary>
    public bool InformationDeclined { get; init; }
}

public sealed record PoliceFact(Guid Id, PoliceStatus Status, DateTimeOffset At, DateTimeOffset RecordedAt, DateOnly? ReviewOn, DateOnly? TrialOn);

public sealed record NotificationFact(Guid Id, string Addressee, string Status, DateTimeOffset At);

public sealed record OfferFact(Guid Id, string Measure, DateTimeOffset OfferedAt, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset? DeliveredAt, DateOnly? ExpiresOn);

public sealed record ActionFact(
    Guid Id, string Type, DateTimeOffset PlannedAt, DateOnly? DueOn, string State, DateTimeOffset? DoneAt, DateTimeOffset? CancelledAt,
    DateTimeOffset? EffectCheckedAt, UserId? Owner, bool RepTookPart, DateOnly? ExpiresOn);

/// <summary>A follow-up of the case: <paramref name="Rule"/> is R9, R11, R12 or R13; R13 has two, told apart by <paramref name="Day"/> (10, 35, 90, 180, 365).</summary>
public sealed record FollowUpFact(Guid Id, string Rule, int Day, DateTimeOffset? SettledAt);
