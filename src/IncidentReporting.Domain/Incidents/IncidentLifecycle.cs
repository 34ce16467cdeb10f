using static IncidentReporting.Domain.Incidents.CaseAction;
using static IncidentReporting.Domain.Incidents.IncidentState;
using State = IncidentReporting.Domain.Incidents.IncidentState;

namespace IncidentReporting.Domain.Incidents;

/// <summary>The whole state machine: which state may follow which, and what may be done in each.</summary>
public static class IncidentLifecycle
{
    private static readonly IncidentState[] Ends = [Withdrawn, Duplicate, Transferred, OutOfScope];

    private static readonly Dictionary<IncidentState, IncidentState[]> Moves = new()
    {
        [Draft] = [Submitted],
        [Submitted] = [Acknowledged, .. Ends],
        [Acknowledged] = [Assessed, .. Ends],
        [Assessed] = [InProgress, .. Ends],
        [InProgress] = [State.FollowUp, .. Ends],
        [State.FollowUp] = [Closed, .. Ends],
        [Closed] = [Reopened, .. Ends],
        [Reopened] = [InProgress, .. Ends],
        [Withdrawn] = [],
        [Duplicate] = [],
        [Transferred] = [],
        [OutOfScope] = [],
    };

    private static readonly IncidentState[] Handled = [Acknowledged, Assessed, InProgress, State.FollowUp, Reopened];
    private static readonly IncidentState[] Open = [Submitted, .. Handled];
    private static readonly IncidentState[] OpenOrClosed = [.. Open, Closed];
    private static readonly IncidentState[] Reported = [.. OpenOrClosed, .. Ends];

    // What stays possible on a closed case is what can still happen to it: news from the police or an authority,
    // a check of effect, and the exposed person's own words.
    private static readonly Dictionary<CaseAction, IncidentState[]> Permitted = new()
    {
        [Edit] = [Draft, .. OpenOrClosed],
        [Submit] = [Draft],
        [Discard] = [Draft],
        [TakeOver] = OpenOrClosed,
        [Acknowledge] = [Submitted],
        [Assess] = [.. Handled, Withdrawn],
        [OfferSupport] = OpenOrClosed,
        [AnswerOffer] = OpenOrClosed,
        [RateSupport] = Reported,
        [RecordPoliceEvent] = OpenOrClosed,
        [Notify] = Reported,
        [PlanAction] = Open,
        [ChangeAction] = OpenOrClosed,
        [RecordFollowUp] = [.. Handled, Closed],
        [NoteInfluence] = Reported,
        [AddNote] = Reported,
        [Attach] = [Draft, .. OpenOrClosed],
        [RequestTakedown] = OpenOrClosed,
        [RecordTakedown] = OpenOrClosed,
        [HandOver] = Open,
        [ReturnUpward] = Open,
        [ProposeClosure] = Open,
        [AnswerClosure] = Open,
        [Reopen] = [Closed],
        [Withdraw] = OpenOrClosed,
        [MarkDuplicate] = OpenOrClosed,
        [DiscloseIdentity] = Reported,
        [CoSign] = OpenOrClosed,
        [Exclude] = Reported,
        [RevealIdentity] = Reported,
    };

    public static bool Allows(IncidentState from, IncidentState to) => Moves[from].Contains(to);

    public static bool Permits(CaseAction action, IncidentState state) => Permitted[action].Contains(state);

    public static bool IsEnd(IncidentState state) => Ends.Contains(state);
}
