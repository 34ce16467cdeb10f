using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Web.Pages.Incidents.Case;

namespace IncidentReporting.Web.Pages.Start;

/// <summary>What the employer is to do, said to the one it is for and not about her: "Maria Holm tar kontakt med dig".</summary>
internal static class ToYou
{
    public static string Say(ObligationView duty)
    {
        var who = duty.Responsible.Value?.Name ?? StartTexts.T("manager");
        return CaseTexts.Begun(StartTexts.T($"next.{duty.Rule}", who));
    }
}
