using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Incidents;

/// <summary>Every rule that a case keeps, in one list. The codes reach the interface as problem types.</summary>
public static class IncidentRules
{
    public static readonly Rule FollowsLifecycle = new("follows_lifecycle", "A case moves only along its states.");
    public static readonly Rule ActionFitsState = new("action_fits_state", "What is done must be possible in the state the case is in.");
    public static readonly Rule ReportComplete = new("report_complete", "A report says what kind, when, where and whether the person is safe before it is submitted.");
    public static readonly Rule PoliceOrder = new("police_order", "Police events follow the order of the law.");
    public static readonly Rule CorrectsLatestPoliceEvent = new("corrects_latest_police_event", "A correction replaces the latest police event that stands.");
    public static readonly Rule OfferNotCompletedBeforeDelivered = new("offer_delivered_before_completed", "Support is delivered before it is completed.");
    public static readonly Rule ActionStateOrder = new("action_state_order", "An action goes from planned over started to done, or is cancelled or handed over.");
    public static readonly Rule EffectAfterDone = new("effect_after_done", "The effect of an action is checked after it is done.");
    public static readonly Rule CoSignedOnce = new("co_signed_once", "An action is co-signed once.");
    public static readonly Rule FollowUpOnce = new("follow_up_once", "A follow-up has one outcome.");
    public static readonly Rule ClosureGuards = new("closure_guards", "A case is closed when each of its guards is met.");
    public static readonly Rule ClosureProposed = new("closure_proposed", "A closing is answered after it has been proposed.");
    public static readonly Rule ClosureNotPending = new("closure_not_pending", "A closing is proposed once; it waits for its answers.");
    public static readonly Rule RepresentativeWaits = new("representative_waits", "The representative answers for the exposed person after fourteen days without an answer.");
    public static readonly Rule NextManagerAfterObjection = new("next_manager_after_objection", "Only an objection lets the next manager close the case alone, with a written reason.");
    public static readonly Rule WithdrawnNeedsDanger = new("withdrawn_needs_danger", "A withdrawn case is assessed only where danger was stated.");
    public static readonly Rule NotDuplicateOfItself = new("not_duplicate_of_itself", "A case is a duplicate of another case of the same employer that is not a duplicate.");
    public static readonly Rule InfluenceOfExposed = new("influence_of_exposed", "Only an exposed person notes how the work was influenced.");
    public static readonly Rule EvidenceScanned = new("evidence_scanned", "A file is opened after the virus scanner has looked at it.");
    public static readonly Rule EvidenceNotInfected = new("evidence_not_infected", "A file in which the virus scanner has found something is opened only by who asks for it in spite of that.");
    public static readonly Rule ExposedIsNotKeptOut = new("exposed_is_not_kept_out", "Whoever was hit is never kept out of the case, and whoever is kept out is not named as hit.");
    public static readonly Rule KeptOutOnce = new("kept_out_once", "A person is kept out of a case once, and let in again once.");
    public static readonly Rule LiftedByExposed = new("lifted_by_exposed", "What the exposed person decided, only she takes back.");
    public static readonly Rule HeldOnce = new("held_once", "A case that is kept from erasure is not so kept again.");
    public static readonly Rule IsHeld = new("is_held", "Only a case that is kept from erasure can be let go.");
    public static readonly Rule OnlyEndedIsErased = new("only_ended_is_erased", "A case is erased after it has ended, and not while it is held.");
    public static readonly Rule KeptWhileHeld = new("kept_while_held", "Nothing of a case is erased by a rule of retention while the case is held.");
    public static readonly Rule OnlyExposedTakesOver = new("only_exposed_takes_over", "Only an exposed person that a colleague reported for takes over.");
}
