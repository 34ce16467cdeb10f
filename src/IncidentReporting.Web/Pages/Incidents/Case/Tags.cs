using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>Which kind of tag a state wears; the word beside it says the same.</summary>
internal static class Tags
{
    public static string? Of(IncidentState state) => state switch
    {
        IncidentState.Submitted => "warn",
        IncidentState.Acknowledged or IncidentState.Assessed or IncidentState.InProgress or IncidentState.Reopened or IncidentState.FollowUp => "info",
        IncidentState.Closed => "ok",
        _ => null,
    };

    public static string? Of(SupportState state) => state switch
    {
        SupportState.ToOffer => "warn",
        SupportState.Offered or SupportState.Later => "info",
        SupportState.Accepted or SupportState.Running or SupportState.Ended => "ok",
        _ => null,
    };

    public static string? Of(PoliceStatus status) => status switch
    {
        PoliceStatus.Undecided => "warn",
        PoliceStatus.DecidedReport or PoliceStatus.ReviewRequested or PoliceStatus.TrialScheduled or PoliceStatus.Charged => "info",
        PoliceStatus.Reported or PoliceStatus.Opened or PoliceStatus.Convicted or PoliceStatus.PenaltyOrder => "ok",
        _ => null,
    };

    public static string? OfNotice(string status) => status switch
    {
        "sent" or "receipt" or "answered" or "closed" => "ok",
        "required" => "warn",
        _ => null,
    };

    public static string? Of(ActionState state, bool overdue) => state switch
    {
        ActionState.Done => "ok",
        _ when overdue => "danger",
        ActionState.Started => "info",
        _ => null,
    };

    public static string? OfFollowUp(string state) => state switch
    {
        "held" => "ok",
        "overdue" => "danger",
        _ => null,
    };

    public static string? OfDuty(string state) => state switch
    {
        "done" => "ok",
        "overdue" => "danger",
        "pending" => "info",
        _ => null,
    };
}
