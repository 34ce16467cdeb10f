using System.Text.Json.Serialization;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>A case as its reader may see it. What is kept from the reader is absent, and named in <see cref="Withheld"/>.</summary>
public sealed record IncidentView : IAboutCases
{
    public required IncidentId Id { get; init; }

    IEnumerable<IncidentId> IAboutCases.Cases => [Id];

    /// <summary>For people, such as 2026-000123; null for a draft.</summary>
    public required string? Number { get; init; }

    public required IncidentState State { get; init; }

    /// <summary>Counts the changes; also the answer's ETag.</summary>
    public required long Version { get; init; }

    public required UnitRef Unit { get; init; }

    public required PersonRef Reporter { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SubmittedAt { get; init; }

    public required DateTimeOffset? AcknowledgedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required CodeSet Kinds { get; init; }

    public required DateTimeOffset? OccurredAt { get; init; }

    /// <summary>exact, about, day, week or month.</summary>
    public required string OccurredPrecision { get; init; }

    /// <summary>yes, no or unsure.</summary>
    public required string? SafeNow { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CaseText> Description { get; init; }

    public required IReadOnlyList<ExposedView> Exposed { get; init; }

    public required CodeSet Channels { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CaseText> Platform { get; init; }

    public required string? Place { get; init; }

    public required CodeSet Situations { get; init; }

    public required string? OnDutyState { get; init; }

    public required CounterpartView Counterpart { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CodeSet> Consequences { get; init; }

    /// <summary>1 to 4, in the exposed person's own judgement.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<int?> PerceivedSeverity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CodeSet> HateMotives { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<WishesView> Wishes { get; init; }

    public required bool BypassManager { get; init; }

    public required bool ProtectedIdentity { get; init; }

    public required Guid? CampaignId { get; init; }

    /// <summary>What the exposed person shares with others; her own setting.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<ShareView> Share { get; init; }

    /// <summary>True when the exposed person wants no more repeated information.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<bool> InformationDeclined { get; init; }

    public required bool TakenOver { get; init; }

    public required PersonRef? Handler { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<AssessmentView> Assessment { get; init; }

    /// <summary>What the report suggests about the duty to notify Arbetsmiljöverket; a suggestion of yes, never of no.</summary>
    public required bool AvDutySuggested { get; init; }

    public required SupportView Support { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<InfluenceView> Influence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<PoliceView> Police { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<NotificationView>> Notifications { get; init; }

    public required IReadOnlyList<ActionView> Actions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<FollowUpView>> FollowUps { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<AttachmentView>> Attachments { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<TakedownView>> Takedowns { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<NoteView>> Notes { get; init; }

    public required IReadOnlyList<CorrectionView> Corrections { get; init; }

    /// <summary>The closing that waits or that ended the case; null where none has been proposed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<ClosureView> Closure { get; init; }

    /// <summary>What is left before the case can be closed as completed: the guards that are not met, by their codes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<string>> Unmet { get; init; }

    public required IncidentId? DuplicateOf { get; init; }

    /// <summary>Who is or was kept out of the case by name, whatever roles they hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<ExclusionView>> Exclusions { get; init; }

    /// <summary>Who was told the name behind the alias, and why: all of it for the exposed person, her own for whoever asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<RevealView>> IdentityReveals { get; init; }

    public required IReadOnlyList<ObligationView> Obligations { get; init; }

    /// <summary>What the reader is to the case.</summary>
    public required IReadOnlyList<CaseRole> YourRoles { get; init; }

    public required IReadOnlyList<CaseAction> AllowedActions { get; init; }

    /// <summary>What the reader may do in another state of the case; a program learns it from the refusal.</summary>
    [JsonIgnore]
    public IReadOnlyList<CaseAction> BlockedActions { get; init; } = [];

    /// <summary>Names what exists or may exist but is kept from this reader.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }
}

public sealed record UnitRef(UnitId Id, string Name);

/// <summary>A person by name; a person with protected identity by an alias.</summary>
public sealed record PersonRef(UserId Id, string Name);

public sealed record ExposedView(Guid Id, bool Self, UserId? UserId, string? Name, string Role, string? OccupationalGroup);

public sealed record CounterpartView
{
    public required string? Relation { get; init; }

    public required string? Count { get; init; }

    public required string? Repeat { get; init; }

    public required string? Age { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CaseText> Identity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<string> IdentityGround { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<UserId?> UserId { get; init; }
}

public sealed record WishesView(CodeSet Support, string? ContactBy, CaseText? Text);

public sealed record ShareView(bool ConsequencesWithRep, bool RatingsWithManager, bool RatingsWithRep);

public sealed record AssessmentView(
    string Danger, string AvDuty, CaseText? AvReason, string Injury, string? Staffing, string? Alarm, string? RiskAssessedBefore,
    string? PoliceAssistance, CodeSet Circumstances, CaseText? Text, DateTimeOffset? AssessedAt);

public sealed record SupportView
{
    public required SupportState State { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<OfferView>> Offers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<IReadOnlyList<RatingView>> Ratings { get; init; }
}

public sealed record OfferView(
    Guid Id, Guid? ExposedId, string Measure, CaseText? Note, DateTimeOffset OfferedAt, PersonRef OfferedBy, string? Answer, DateTimeOffset? AnsweredAt,
    DateTimeOffset? DeliveredAt, DateTimeOffset? CompletedAt, DateOnly? ExpiresOn);

public sealed record RatingView(Guid Id, Guid ExposedId, string Adequacy, CaseText? Comment, DateTimeOffset At);

public sealed record InfluenceView(string? Purpose, CodeSet Outcomes, string? Intervention, DateTimeOffset At);

/// <summary><paramref name="Next"/> is what the order of the law lets follow; <paramref name="CorrectableTo"/> what the latest event can be corrected to.</summary>
public sealed record PoliceView(
    PoliceStatus Status, CaseText? CaseNumber, IReadOnlyList<PoliceEventView> Events, IReadOnlyList<PoliceStatus> Next, IReadOnlyList<PoliceStatus> CorrectableTo);

public sealed record PoliceEventView(
    Guid Id, PoliceStatus Status, DateTimeOffset At, DateTimeOffset RecordedAt, PersonRef RecordedBy, string Source, CaseText? CaseNumber, string? ReportedBy,
    CodeSet Reasons, string? ExposedAgrees, DateOnly? ReviewAt, DateOnly? TrialOn, CaseText? Note, Guid? Corrects, bool Corrected);

public sealed record NotificationView(
    Guid Id, string Addressee, string Status, DateTimeOffset At, DateTimeOffset RecordedAt, PersonRef RecordedBy, CaseText? Reason, CaseText? Reference);

/// <summary>A reader who sees only the status gets no description, reason or owner.</summary>
public sealed record ActionView
{
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required ActionState State { get; init; }

    /// <summary>The states that can follow.</summary>
    public required IReadOnlyList<ActionState> Next { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required bool Overdue { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CaseText> Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<PersonRef> Owner { get; init; }

    public required bool RepTookPart { get; init; }

    /// <summary>The safety representative who has co-signed the plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<PersonRef> CoSignedBy { get; init; }

    public required DateTimeOffset? CoSignedAt { get; init; }

    public required DateTimeOffset PlannedAt { get; init; }

    public required DateTimeOffset? DoneAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<CaseText> Reason { get; init; }

    /// <summary>good, some, none or unclear, once checked.</summary>
    public required string? Effect { get; init; }

    public required DateTimeOffset? EffectCheckedAt { get; init; }

    public required DateOnly? ExpiresOn { get; init; }
}

/// <summary><paramref name="Name"/> is D10, D35, D90, D180 or D365; <paramref name="State"/> planned, overdue, held or declined.</summary>
public sealed record FollowUpView(
    Guid Id, string Name, string Rule, DateTimeOffset DueAt, string State, DateTimeOffset? HeldAt, CaseText? Summary, bool? NewRisks, bool Declined);

public record AttachmentView(
    Guid Id, string Type, CaseText FileName, string MediaType, long Size, string Sha256, DateTimeOffset ReceivedAt, PersonRef ReceivedFrom,
    DateTimeOffset? CapturedAt, CaseText? CapturedBy, CaseText? Url, CaseText? AccountHandle, CaseText? Platform, CaseText? OriginalKeptWhere, CaseText? WitnessOfCapture,
    CaseText? Description, ScanView Scan);

/// <param name="State">not_scanned, waiting, clean, infected or failed.</param>
/// <param name="Finding">The virus scanner's name for what it found.</param>
public sealed record ScanView(ScanState State, DateTimeOffset? At, string? Finding);

/// <summary>A platform that was asked to take something away; <paramref name="Recheck"/> are the days to look whether it stays away.</summary>
/// <param name="Answer">removed, refused or no_answer; null while nothing is known.</param>
public sealed record TakedownView(
    Guid Id, Guid? AttachmentId, CaseText Platform, CaseText? Url, CaseText? Reference, DateTimeOffset RequestedAt, PersonRef RecordedBy, string? Answer,
    DateTimeOffset? AnsweredAt, CaseText? Note, IReadOnlyList<DateOnly> Recheck);

public sealed record NoteView(Guid Id, DateTimeOffset At, PersonRef By, CaseRole Role, string Audience, CaseText Text);

/// <param name="MayLift">The reader can let the person in again.</param>
public sealed record ExclusionView(
    Guid Id, PersonRef Person, DateTimeOffset At, PersonRef By, CaseRole Role, CaseText Reason, DateTimeOffset? LiftedAt, PersonRef? LiftedBy, bool MayLift);

public sealed record RevealView(Guid Id, DateTimeOffset At, PersonRef By, CaseRole Role, CaseText Reason);

public sealed record CorrectionView(Guid Id, DateTimeOffset At, PersonRef By, string Field, CaseText? Before);

public sealed record ClosureView(
    string Reason, CaseText? Summary, CaseText? Receiver, DateTimeOffset ProposedAt, PersonRef ProposedBy, bool Pending, bool Objected,
    IReadOnlyList<ClosureAnswerView> Answers, IReadOnlyList<string> Unmet);

public sealed record ClosureAnswerView(Guid? ExposedId, PersonRef By, CaseRole Role, bool Agrees, CaseText? Comment, DateTimeOffset At);

/// <summary>A duty of the case: by which rule and on which ground, whose it is, until when, and its state.</summary>
public sealed record ObligationView
{
    public required Guid Id { get; init; }

    public required string Rule { get; init; }

    public required string Title { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<string> Ground { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Shown<ResponsibleView> Responsible { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    /// <summary>pending, overdue, done or cancelled.</summary>
    public required string State { get; init; }

    public required DateTimeOffset? DoneAt { get; init; }

    /// <summary>The part of the case that the duty is about, where it is about one.</summary>
    public required Guid? About { get; init; }
}

public sealed record ResponsibleView(string Role, string? Name, UserId? UserId);
