using System.Globalization;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>What the report says, label by label, as far as the reader sees it.</summary>
internal static class CaseFactsShown
{
    private static readonly Dictionary<string, CodeList> Lists = new(StringComparer.Ordinal)
    {
        ["kinds"] = CodeLists.IncidentKinds,
        ["occurredPrecision"] = CodeLists.OccurredPrecisions,
        ["safeNow"] = CodeLists.SafeNow,
        ["channels"] = CodeLists.Channels,
        ["place"] = CodeLists.Places,
        ["situations"] = CodeLists.Situations,
        ["onDutyState"] = CodeLists.OnDutyStates,
        ["counterpart.relation"] = CodeLists.CounterpartRelations,
        ["counterpart.count"] = CodeLists.CounterpartCounts,
        ["counterpart.repeat"] = CodeLists.CounterpartRepeats,
        ["counterpart.age"] = CodeLists.CounterpartAges,
        ["counterpart.identityGround"] = CodeLists.IdentityGrounds,
        ["consequences"] = CodeLists.Consequences,
        ["perceivedSeverity"] = CodeLists.PerceivedSeverities,
        ["hateMotives"] = CodeLists.HateMotives,
        ["wishes.support"] = CodeLists.SupportMeasures,
        ["wishes.contactBy"] = CodeLists.ContactBy,
    };

    public static IReadOnlyList<(string Label, string Value)> Of(IncidentView view, DateTimeOffset now) =>
    [
        .. All(view, now).Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Label, fact.Value!)),
    ];

    /// <summary>An earlier wording as people read it: codes by their labels.</summary>
    public static string Earlier(string field, CaseText before) => field switch
    {
        "occurredAt" when DateTimeOffset.TryParse(before.Value, CultureInfo.InvariantCulture, out var at) => $"{Times.Date(at, at)} {at.Year} {Times.Hour(at)}",
        "bypassManager" or "protectedIdentity" => T(before.Value is "True" or "true" ? "yes" : "no"),
        _ when Lists.TryGetValue(field, out var list) => Codes.Labels(list, before.Value.Split(", ")),
        _ => before.Value,
    };

    private static IEnumerable<(string Label, string? Value)> All(IncidentView view, DateTimeOffset now)
    {
        yield return (T("field.kinds"), Labels("kinds", view.Kinds));
        yield return (T("field.occurredAt"), Occurrence.When(view, now));
        yield return (T("field.safeNow"), Label("safeNow", view.SafeNow));
        yield return (T("fact.exposed"), And([.. view.Exposed.Select(Exposed)]));
        yield return (T("field.channels"), Labels("channels", view.Channels));
        yield return (T("field.platform"), view.Platform.Value?.Value);
        yield return (T("field.place"), Label("place", view.Place));
        yield return (T("field.situations"), Labels("situations", view.Situations));
        yield return (T("field.onDutyState"), Label("onDutyState", view.OnDutyState));
        yield return (T("fact.counterpart"), Counterpart(view.Counterpart));
        yield return (T("field.counterpart.identity"), view.Counterpart.Identity.Value?.Value);
        yield return (T("field.consequences"), view.Consequences.Value is { } consequences ? Labels("consequences", consequences) : null);
        yield return (T("field.perceivedSeverity"), view.PerceivedSeverity.Value is { } severity ? Label("perceivedSeverity", severity.ToString(CultureInfo.InvariantCulture)) : null);
        yield return (T("field.hateMotives"), view.HateMotives.Value is { } motives ? Labels("hateMotives", motives) : null);
        yield return (T("fact.danger"), view.Assessment.Value is { } given ? Label(CodeLists.Dangers, given.Danger) : null);
        yield return (T("fact.injury"), view.Assessment.Value is { } assessed ? Label(CodeLists.Injuries, assessed.Injury) : null);
        yield return (T("fact.staffing"), Label(CodeLists.Staffing, view.Assessment.Value?.Staffing));
        yield return (T("fact.circumstances"), view.Assessment.Value is { Circumstances.Count: > 0 } told ? Codes.Labels(CodeLists.Circumstances, told.Circumstances) : null);
        yield return (T("fact.assessment_text"), view.Assessment.Value?.Text?.Value);
        yield return (T("fact.bypass"), view.BypassManager ? T("yes") : null);
        yield return (T("fact.protected"), view.ProtectedIdentity ? T("yes") : null);
        yield return (T("fact.handler"), view.Handler?.Name);
        yield return (T("fact.submitted"), view.SubmittedAt is { } at ? T("fact.submitted_by", Times.Of(at, now), view.Reporter.Name) : null);
    }

    private static string Exposed(ExposedView exposed)
    {
        var name = exposed.Self ? T("you") : exposed.Name;
        var role = Codes.Label(CodeLists.AffectedRoles, exposed.Role).ToLowerInvariant();
        return name is null ? role : T("fact.exposed_as", name, role);
    }

    private static string? Counterpart(CounterpartView counterpart) => Begun(string.Join(", ", new[]
    {
        Label("counterpart.relation", counterpart.Relation),
        Label("counterpart.count", counterpart.Count),
        Label("counterpart.age", counterpart.Age),
        counterpart.Repeat == "yes" ? T("fact.repeat") : null,
    }.Where(part => !string.IsNullOrEmpty(part)).Select(part => part!.ToLowerInvariant())));

    private static string? Label(string field, string? code) => Label(Lists[field], code);

    private static string? Label(CodeList list, string? code) => code is null ? null : Codes.Label(list, code);

    private static string? Labels(string field, IReadOnlyList<string> codes) => codes.Count == 0 ? null : Codes.Labels(Lists[field], codes);
}
