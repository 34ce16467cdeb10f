using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Access;

/// <summary>Whoever has an account may knock; which case answers, and what may be done to it, the case itself decides (CasePermissions, FieldMask).</summary>
public static partial class Operations
{
    public static readonly Operation ReportIncident = SignedIn("incidents.report");
    public static readonly Operation ReportIncidents = SignedIn("incidents.report_batch");
    public static readonly Operation ListIncidents = SignedIn("incidents.list");
    public static readonly Operation ReadIncident = SignedIn("incidents.read");
    public static readonly Operation CorrectIncident = SignedIn("incidents.correct");
    public static readonly Operation SubmitDraft = SignedIn("incidents.submit");
    public static readonly Operation DiscardDraft = SignedIn("incidents.discard");
    public static readonly Operation TakeOverIncident = SignedIn("incidents.take_over");
    public static readonly Operation AcknowledgeIncident = SignedIn("incidents.acknowledge");
    public static readonly Operation AssessIncident = SignedIn("incidents.assess");
    public static readonly Operation OfferSupport = SignedIn("incidents.offer_support");
    public static readonly Operation RecordOffer = SignedIn("incidents.record_offer");
    public static readonly Operation RateSupport = SignedIn("incidents.rate_support");
    public static readonly Operation RecordPoliceEvent = SignedIn("incidents.record_police_event");
    public static readonly Operation NotifyAuthority = SignedIn("incidents.notify");
    public static readonly Operation PlanAction = SignedIn("incidents.plan_action");
    public static readonly Operation RecordAction = SignedIn("incidents.record_action");
    public static readonly Operation RecordFollowUp = SignedIn("incidents.record_follow_up");
    public static readonly Operation NoteInfluence = SignedIn("incidents.note_influence");
    public static readonly Operation EraseInfluence = SignedIn("incidents.erase_influence");
    public static readonly Operation AddNote = SignedIn("incidents.add_note");
    public static readonly Operation AttachEvidence = SignedIn("incidents.attach");
    public static readonly Operation OpenAttachment = SignedIn("incidents.open_attachment");
    public static readonly Operation PreviewAttachment = SignedIn("incidents.preview_attachment");
    public static readonly Operation ShowEvidenceReceipt = SignedIn("incidents.show_evidence_receipt");
    public static readonly Operation ReadEvidenceKey = Anyone("incidents.read_evidence_key");
    public static readonly Operation RequestTakedown = SignedIn("incidents.request_takedown");
    public static readonly Operation RecordTakedown = SignedIn("incidents.record_takedown");
    public static readonly Operation ShowEvidence = SignedIn("incidents.show_evidence");
    public static readonly Operation ListCandidates = SignedIn("incidents.list_candidates");
    public static readonly Operation HandOverIncident = SignedIn("incidents.hand_over");
    public static readonly Operation ReturnIncident = SignedIn("incidents.return");
    public static readonly Operation ProposeClosure = SignedIn("incidents.propose_closure");
    public static readonly Operation AnswerClosure = SignedIn("incidents.answer_closure");
    public static readonly Operation ReopenIncident = SignedIn("incidents.reopen");
    public static readonly Operation WithdrawIncident = SignedIn("incidents.withdraw");
    public static readonly Operation MarkDuplicate = SignedIn("incidents.mark_duplicate");
    public static readonly Operation ListTimeline = SignedIn("incidents.list_timeline");
    public static readonly Operation ListReads = SignedIn("incidents.list_reads");
    public static readonly Operation ShowReaders = SignedIn("incidents.show_readers");
    public static readonly Operation ShowReadersOfNew = SignedIn("incidents.show_readers_of_new");
    public static readonly Operation DiscloseIdentity = SignedIn("incidents.disclose_identity");
    public static readonly Operation RevealIdentity = SignedIn("incidents.reveal_identity");
    public static readonly Operation ExcludePerson = SignedIn("incidents.exclude");
    public static readonly Operation ListExcludable = SignedIn("incidents.list_excludable");
    public static readonly Operation LiftExclusion = SignedIn("incidents.lift_exclusion");
    public static readonly Operation ShowSheet = SignedIn("incidents.show_sheet");
    public static readonly Operation ReadSheetStyle = Anyone("incidents.sheet_style");
    public static readonly Operation DiscloseOnward = SignedIn("incidents.disclose_onward");
    public static readonly Operation ListOnwardDisclosures = SignedIn("incidents.list_onward_disclosures");
    public static readonly Operation CoSignAction = SignedIn("incidents.co_sign_action");
    public static readonly Operation ListOwnIncidents = SignedIn("incidents.list_own");
    public static readonly Operation ListUnsignedActions = Only("incidents.list_unsigned_actions", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
    public static readonly Operation ListMyDisclosures = Only("incidents.list_my_disclosures", Role.SafetyRepresentative, Role.HeadSafetyRepresentative);
}
