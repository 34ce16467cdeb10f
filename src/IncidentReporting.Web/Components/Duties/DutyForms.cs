namespace IncidentReporting.Web.Components.Duties;

/// <summary>Which form of a case a duty is met on, by its rule.</summary>
public static class DutyForms
{
    /// <param name="link">Where the duty is met as a whole: the case, the request or the unit.</param>
    /// <param name="about">The part of the case that it is about, where it is about one.</param>
    public static string AddressOf(string rule, string link, Guid? about) => rule switch
    {
        "R1" => $"{link}/acknowledge",
        "R2" => $"{link}/support/new?measure=immediate_safety",
        "R3" => $"{link}/assess",
        "R4" => $"{link}/evidence/new",
        "R5" or "R14" or "R25" => $"{link}/police",
        "R6" => $"{link}/notify?addressee=fk_injury",
        "R7" or "R8" or "R16" or "R18" => $"{link}/support/new",
        "R9" or "R11" or "R12" or "R13" when about is { } followUp => $"{link}/follow-ups/{followUp}",
        "R10" => $"{link}/actions/new",
        "R19" or "R20" when about is { } action => $"{link}/actions/{action}",
        _ => link,
    };
}
