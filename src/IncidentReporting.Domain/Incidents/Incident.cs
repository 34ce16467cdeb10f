using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A case: what was reported, and all that is done about it until the exposed person agrees that it is closed.</summary>
public sealed partial class Incident
{
    public const int NumberLength = 20;

    private readonly List<ExposedPerson> _exposed = [];
    private readonly List<SupportOffer> _offers = [];
    private readonly List<SupportRating> _ratings = [];
    private readonly List<PoliceEvent> _police = [];
    private readonly List<AuthorityNotice> _notices = [];
    private readonly List<PreventiveAction> _actions = [];
    private readonly List<FollowUp> _followUps = [];
    private readonly List<Influence> _influences = [];
    private readonly List<CaseNote> _notes = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<Takedown> _takedowns = [];
    private readonly List<Correction> _corrections = [];
    private readonly List<ClosureProposal> _proposals = [];
    private readonly List<ClosureAnswer> _answers = [];
    private readonly List<Exclusion> _exclusions = [];
    private readonly List<IdentityReveal> _reveals = [];
    private readonly List<IncidentEvent> _events = [];

    private Incident()
    {
    }

    public IncidentId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private set; }

    /// <summary>Where the responsible manager's role is held: the unit itself, or above it where the ordinary manager is passed by. Null where nobody is left.</summary>
    public UnitId? OversightUnitId { get; private set; }

    /// <summary>For people: <c>2026-000123</c>; null until submission.</summary>
    public string? Number { get; private set; }

    public IncidentState State { get; private set; } = IncidentState.Draft;

    /// <summary>Counts the changes; a change made on an older version is refused.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>Nobody, once the case is erased.</summary>
    public UserId ReporterId { get; private set; }

    /// <summary>Who handles the case, where it has been handed to someone; else the responsible manager.</summary>
    public UserId? HandlerId { get; private set; }

    public ReportContent Report { get; private set; } = new();

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? AssessedAt { get; private set; }

    public DateTimeOffset? InjuryKnownAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Assessment? Assessment { get; private set; }

    /// <summary>The follow-up policy of the day the case was reported.</summary>
    public Guid? PolicyVersionId { get; private set; }

    /// <summary>The main case, where this one is a duplicate.</summary>
    public IncidentId? DuplicateOf { get; private set; }

    public CaseText? WithdrawalReason { get; private set; }

    /// <summary>The exposed person has taken over a report that a colleague made.</summary>
    public bool TakenOver { get; private set; }

    /// <summary>The exposed person wants no more repeated information (R17).</summary>
    public bool InformationDeclined { get; private set; }

    /// <summary>While it stands the case is not erased, however old it is.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    public UserId? HeldBy { get; private set; }

    public CaseText? HoldReason { get; private set; }

    /// <summary>When everything that could tell of a person was taken out; nobody reads the case any more.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public IReadOnlyList<ExposedPerson> Exposed => _exposed;

    public IReadOnlyList<SupportOffer> Offers => _offers;

    public IReadOnlyList<SupportRating> Ratings => _ratings;

    public IReadOnlyList<PoliceEvent> Police => _police;

    public IReadOnlyList<AuthorityNotice> Notices => _notices;

    public IReadOnlyList<PreventiveAction> Actions => _actions;

    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    public IReadOnlyList<Influence> Influences => _influences;

    public IReadOnlyList<CaseNote> Notes => _notes;

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public IReadOnlyList<Takedown> Takedowns => _takedowns;

    public IReadOnlyList<Correction> Corrections => _corrections;

    public IReadOnlyList<ClosureProposal> Proposals => _proposals;

    public IReadOnlyList<ClosureAnswer> Answers => _answers;

    public IReadOnlyList<Exclusion> Exclusions => _exclusions;

    public IReadOnlyList<IdentityReveal> Reveals => _reveals;

    public bool IsDraft => State == IncidentState.Draft;

    public bool IsEnded => IncidentLifecycle.IsEnd(State);

    public PoliceStatus PoliceStatus => StandingPolice.LastOrDefault()?.Status ?? PoliceStatus.Undecided;

    /// <summary>What has happened since the case was loaded; written to the log in the same save.</summary>
    public IReadOnlyList<IncidentEvent> Events => _events;

    /// <summary>Takes the events for writing and counts the change.</summary>
    public IReadOnlyList<IncidentEvent> TakeEvents()
    {
        IncidentEvent[] taken = [.. _events];
        _events.Clear();
        Version += taken.Length > 0 ? 1 : 0;
        return taken;
    }

    public ExposedPerson? ExposedAs(UserId user) => _exposed.Find(exposed => exposed.UserId == user);

    public bool Permits(CaseAction action) =>
        IncidentLifecycle.Permits(action, State) && (action, State) switch
        {
            (CaseAction.Assess, IncidentState.Withdrawn) => DangerStated,
            (CaseAction.ProposeClosure, _) => CurrentProposal is null || IsObjected,
            (CaseAction.AnswerClosure, _) => CurrentProposal is not null,
            (CaseAction.RevealIdentity, _) => HidesIdentities && _exposed.Exists(exposed => exposed.UserId is not null),
            _ => true,
        };

    /// <summary>Refuses where the case is no longer a draft.</summary>
    public void RequireDraft() => Require(CaseAction.Submit);

    /// <summary>Refuses where no evidence can be added, before a file is taken in.</summary>
    public void RequireOpenForEvidence() => Require(CaseAction.Attach);

    private void Require(CaseAction action) => IncidentRules.ActionFitsState.Check(IncidentLifecycle.Permits(action, State));

    private void MoveTo(IncidentState next)
    {
        IncidentRules.FollowsLifecycle.Check(IncidentLifecycle.Allows(State, next));
        State = next;
    }

    private void Happened(string what, Actor by, FieldGroup group, Guid? about = null, string? fields = null) =>
        _events.Add(new IncidentEvent(what, by, group, about, fields));
}
