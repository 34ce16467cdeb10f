using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.People;

internal static class LanguageChoices
{
    public static IReadOnlyList<Choice> All => [new(string.Empty, T("people.language.employer")), new("sv", T("people.language.sv")), new("en", T("people.language.en"))];
}
