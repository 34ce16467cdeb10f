using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using static IncidentReporting.Web.Pages.Incidents.Case.CaseTexts;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Where a duty is done: the form for it, as far as the reader may use it.</summary>
internal static class DutyAct
{
    public static StepLink? Of(IncidentView view, ObligationView duty, bool exposed) => duty.Rule switch
    {
        "R1" => If(view, CaseAction.Acknowledge, "act.acknowledge", "/acknowledge"),
        "R2" => If(view, CaseAction.OfferSupport, "act.someone", "/support/new?measure=immediate_safety"),
        "R3" when view.Assessment.Value is null => If(view, CaseAction.Assess, "act.assess", "/assess"),
        "R3" or "R24" => If(view, CaseAction.Notify, "act.notify", "/notify?addressee=av_33a"),
        "R4" or "R21" => If(view, CaseAction.Attach, "act.evidence", "/evidence/new"),
        "R5" => If(view, CaseAction.RecordPoliceEvent, "act.police", "/police"),
        "R6" => If(view, CaseAction.Notify, "act.injury", "/notify?addressee=fk_injury"),
        "R7" or "R8" or "R18" => If(view, CaseAction.OfferSupport, "act.offer", "/support/new"),
        "R9" or "R11" or "R12" or "R13" => FollowUp(view, duty),
        "R10" => If(view, CaseAction.PlanAction, "act.plan", "/actions/new"),
        "R14" or "R25" => If(view, CaseAction.RecordPoliceEvent, "act.police_news", "/police"),
        "R15" or "R16" when exposed => new StepLink(T("act.information"), "/information"),
        "R16" => If(view, CaseAction.OfferSupport, "act.offer", "/support/new"),
        "R19" or "R20" when duty.About is { } action => If(view, CaseAction.ChangeAction, "act.action", $"/actions/{action}"),
        "R22" when duty.About is { } about && view.Actions.Any(action => action.Id == about) => If(view, CaseAction.ChangeAction, "act.action", $"/actions/{about}"),
        "R22" => If(view, CaseAction.OfferSupport, "act.offer", "/support/new"),
        _ => null,
    };

    private static StepLink? FollowUp(IncidentView view, ObligationView duty) =>
        view.FollowUps.Value?.FirstOrDefault(followUp => followUp.Id == duty.About || (duty.About is null && followUp.Rule == duty.Rule && followUp.State is "planned" or "overdue")) is { } found
            ? If(view, CaseAction.RecordFollowUp, "act.follow_up", $"/follow-ups/{found.Id}")
            : null;

    private static StepLink? If(IncidentView view, CaseAction action, string label, string address) =>
        view.AllowedActions.Contains(action) ? new StepLink(T(label), address) : null;
}
