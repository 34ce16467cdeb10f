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

    /// <summary>To keep a named person out of the case, and to let her in again.</summary>
    Exclude,

    /// <summary>To be told who a person with protected identity is, with a reason.</summary>
    RevealIdentity,
}
