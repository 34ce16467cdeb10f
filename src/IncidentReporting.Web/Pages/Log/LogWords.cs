using IncidentReporting.Web.Components;
using IncidentReporting.Web.Pages.Incidents.Case;
using static IncidentReporting.Web.Pages.Log.LogTexts;

namespace IncidentReporting.Web.Pages.Log;

/// <summary>What the log keeps as codes, in words.</summary>
internal static class LogWords
{
    private static readonly string[] KnownGroups = ["read", "case", "request", "alarm", "account", "organisation"];

    private static readonly string[] KnownActions =
    [
        "incident_read", "evidence_opened", "evidence_opened_despite_scan", "evidence_previewed", "evidence_receipt_made", "evidence_scanned",
        "takedown_requested", "takedown_answered", "sheet_shown", "identity_disclosed", "disclosed_onward", "signed_in", "signed_out", "password_changed", "language_changed",
        "session_revoked", "access_token_created", "access_token_revoked", "user_created", "user_changed", "roles_set", "absences_set", "administrator_created",
        "unit_created", "unit_changed", "support_directory_set", "pulse_round_created", "signal_acknowledged", "campaign_created", "campaign_changed", "feedback_settled", "drafted", "draft_changed", "draft_expired", "draft_discarded",
        "submitted", "taken_over", "corrected", "acknowledged", "assessed", "reassessed", "support_offered", "support_answered", "support_delivered", "support_rated",
        "police_event", "police_event_corrected", "notice_recorded", "action_planned", "action_changed", "effect_checked", "follow_up_began", "follow_up_held",
        "follow_up_declined", "note_added", "evidence_received", "influence_noted", "influence_erased", "handed_over", "returned_upward", "closure_proposed",
        "closure_agreed", "closure_objected", "action_co_signed", "closed", "reopened", "duplicate_joined", "exposed_added", "exposed_described", "information_wanted",
        "information_declined", "oversight_changed", "sharing_changed", "person_excluded", "exclusion_lifted", "identity_revealed", "withdrawn", "marked_duplicate", "found_out_of_scope", "transferred",
        "calendar_link_created", "calendar_link_revoked", "routine_reviewed", "timeline_read", "evidence_described", "onward_disclosures_read", "measure_request_read", "measure_request_made",
        "measure_request_answered", "measure_request_closed", "measure_request_forwarded", "work_stop_read", "work_stopped", "work_stop_recorded", "follow_up_policy_changed",
        "mass_reading", "log_verified", "signal_note_read",
        "retention_changed", "retention_proposed", "retention_released", "retention_refused", "retention_done", "erased", "measure_request_erased", "work_stop_erased",
        "mail_log_erased", "hold_set", "hold_released", "subject_access", "influence_expired", "identity_expired",
    ];

    public static IReadOnlyList<Choice> Groups => [.. KnownGroups.Select(group => new Choice(group, T($"group.{group}")))];

    public static IReadOnlyList<Choice> Actions => [.. KnownActions.Select(action => new Choice(action, Action(action)))];

    /// <summary>Parts of a case as its own page names them, or closer where that page needs one word for several; other codes as they are kept.</summary>
    public static string Fields(string kept) => string.Join(", ", kept.Split(',').Select(code => Find($"field.{code}") ?? CaseTexts.Part(code)));

    /// <summary>An action that has no words yet is shown as it is kept: the log leaves nothing out.</summary>
    public static string Action(string action) => Find($"action.{action}") ?? action;
}
