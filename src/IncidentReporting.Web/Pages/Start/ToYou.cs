using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Web.Pages.Incidents.Case;
using static IncidentReporting.Web.Pages.Start.StartTexts;

namespace IncidentReporting.Web.Pages.Start;

/// <summary>What the employer is to do, said to the one it is for and not about her: "Maria Holm tar kontakt med dig".</summary>
internal static class ToYou
{
    public static string Say(ObligationView duty) => CaseTexts.Begun(Say(duty.Rule, duty.Responsible.Value?.Name));

    /// <summary>As part of a sentence.</summary>
    public static string Say(string rule, string? name) => T($"next.{rule}", name ?? T("manager"));
}
