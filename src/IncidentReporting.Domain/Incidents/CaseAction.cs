namespace IncidentReporting.Domain.Incidents;

/// <summary>What can be done to a case; sent as lower snake case in <c>allowedActions</c>.</summary>
public enum CaseAction
{
    Edit,
    Submit,
    Discard,
    TakeOver,
    Acknowledge,
    Assess,
    OfferSupport,
    AnswerOffer,
    RateSupport,
    RecordPoliceEvent,
    Notify,
    PlanAction,
    ChangeAction,
    RecordFollowUp,
    NoteInfluence,
    AddNote,
    Attach,
    RequestTakedown,
    RecordTakedown,
    HandOver,
    ReturnUpward,
    ProposeClosure,
    AnswerClosure,
    Reopen,
    Withdraw,
    MarkDuplicate,
    DiscloseIdentity,
    CoSign,
}
