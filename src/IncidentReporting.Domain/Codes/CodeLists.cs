using System.Collections.Frozen;
using System.Text.Json;

namespace IncidentReporting.Domain.Codes;

/// <summary>Every code list of the product, read once from the data files beside this class.</summary>
public static class CodeLists
{
    private static readonly Dictionary<string, JsonElement> NoProperties = [];

    // ToDictionary refuses an id that two files share; a frozen dictionary would keep the last one in silence.
    private static readonly FrozenDictionary<string, CodeList> ById =
        Load().ToDictionary(list => list.Id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    public static CodeList IncidentKinds { get; } = ById["incident_kinds"];

    public static CodeList SurveyAnswers { get; } = ById["survey_answers"];

    public static CodeList Channels { get; } = ById["channels"];

    public static CodeList Places { get; } = ById["places"];

    public static CodeList OnDutyStates { get; } = ById["on_duty_states"];

    public static CodeList Situations { get; } = ById["situations"];

    public static CodeList Staffing { get; } = ById["staffing"];

    public static CodeList Alarms { get; } = ById["alarms"];

    public static CodeList RiskAssessedBefore { get; } = ById["risk_assessed_before"];

    public static CodeList PoliceAssistances { get; } = ById["police_assistances"];

    public static CodeList Circumstances { get; } = ById["circumstances"];

    public static CodeList OccupationalGroups { get; } = ById["occupational_groups"];

    public static CodeList Experience { get; } = ById["experience"];

    public static CodeList DecisionParts { get; } = ById["decision_parts"];

    public static CodeList Sectors { get; } = ById["sectors"];

    public static CodeList CounterpartRelations { get; } = ById["counterpart_relations"];

    public static CodeList CounterpartCounts { get; } = ById["counterpart_counts"];

    public static CodeList CounterpartRepeats { get; } = ById["counterpart_repeats"];

    public static CodeList CounterpartAges { get; } = ById["counterpart_ages"];

    public static CodeList Consequences { get; } = ById["consequences"];

    public static CodeList SupportMeasures { get; } = ById["support_measures"];

    public static CodeList SupportAnswers { get; } = ById["support_answers"];

    public static CodeList SupportAdequacies { get; } = ById["support_adequacies"];

    public static CodeList PoliceStatuses { get; } = ById["police_statuses"];

    public static CodeList PoliceReportedBy { get; } = ById["police_reported_by"];

    public static CodeList PoliceReasons { get; } = ById["police_reasons"];

    public static CodeList PoliceSources { get; } = ById["police_sources"];

    public static CodeList ExposedAgrees { get; } = ById["exposed_agrees"];

    public static CodeList NotificationAddressees { get; } = ById["notification_addressees"];

    public static CodeList NotificationStatuses { get; } = ById["notification_statuses"];

    public static CodeList ActionTypes { get; } = ById["action_types"];

    public static CodeList ActionLevels { get; } = ById["action_levels"];

    public static CodeList ActionStates { get; } = ById["action_states"];

    public static CodeList ActionEffects { get; } = ById["action_effects"];

    public static CodeList InfluenceOutcomes { get; } = ById["influence_outcomes"];

    public static CodeList InfluencePurposes { get; } = ById["influence_purposes"];

    public static CodeList InfluenceInterventions { get; } = ById["influence_interventions"];

    public static CodeList InfluenceForms { get; } = ById["influence_forms"];

    public static CodeList AffectedRoles { get; } = ById["affected_roles"];

    public static CodeList HateMotives { get; } = ById["hate_motives"];

    public static CodeList EvidenceTypes { get; } = ById["evidence_types"];

    public static CodeList CaseEndReasons { get; } = ById["case_end_reasons"];

    public static CodeList OccurredPrecisions { get; } = ById["occurred_precisions"];

    public static CodeList SafeNow { get; } = ById["safe_now"];

    public static CodeList ContactBy { get; } = ById["contact_by"];

    public static CodeList IdentityGrounds { get; } = ById["identity_grounds"];

    public static CodeList Dangers { get; } = ById["dangers"];

    public static CodeList PerceivedSeverities { get; } = ById["perceived_severities"];

    public static CodeList AvDuties { get; } = ById["av_duties"];

    public static CodeList Injuries { get; } = ById["injuries"];

    public static CodeList Calendars { get; } = ById["calendars"];

    public static CodeList IncidentStates { get; } = ById["incident_states"];

    public static CodeList ObligationStates { get; } = ById["obligation_states"];

    public static CodeList SupportStates { get; } = ById["support_states"];

    public static CodeList NoteAudiences { get; } = ById["note_audiences"];

    public static CodeList OnwardRecipients { get; } = ById["onward_recipients"];

    public static CodeList WatchFindings { get; } = ById["watch_findings"];

    public static CodeList Roles { get; } = ById["roles"];
    public static IReadOnlyList<CodeList> All { get; } = [.. ById.Values.OrderBy(list => list.Id, StringComparer.Ordinal)];

    public static CodeList? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<CodeList> Load() =>
        CodeFiles.ReadFolder<ListFile>("Lists").Select(file => new CodeList(
            file.Id, file.Section, file.Sv, file.En, file.ValidFrom, file.ValidTo,
            [.. file.Codes.Select(code => new Code(
                code.Id, code.Sv, code.En, code.ValidFrom, code.ValidTo, code.Properties ?? NoProperties))]));

    private sealed record ListFile(
        string Id, string Section, string Sv, string En, IReadOnlyList<CodeRow> Codes, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

    private sealed record CodeRow(
        string Id, string Sv, string En, DateOnly? ValidFrom = null, DateOnly? ValidTo = null, Dictionary<string, JsonElement>? Properties = null);
}
