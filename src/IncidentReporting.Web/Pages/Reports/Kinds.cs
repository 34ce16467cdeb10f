using IncidentReporting.Domain.Codes;
using IncidentReporting.Web.Components;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;

namespace IncidentReporting.Web.Pages.Reports;

/// <summary>The five kinds of the survey, as people choose them.</summary>
internal static class Kinds
{
    private static readonly string[] Categories = ["threat_veiled", "threat_direct", "online_attack", "physical_violence", "other_violation"];

    public static IReadOnlyList<Choice> Choices => [.. Categories.Select(kind => new Choice(kind, Label(kind), T($"kind.{kind}.help")))];

    public static string Label(string kind) => T($"kind.{SurveyCategory.Of(kind)}");

    public static IReadOnlyList<string> CategoriesOf(IEnumerable<string> kinds) => [.. kinds.Select(SurveyCategory.Of).Distinct(StringComparer.Ordinal)];

    /// <summary>The chosen categories, each told more exactly where something more exact is known.</summary>
    public static IReadOnlyList<string> Told(IEnumerable<string> categories, IEnumerable<string> subkinds)
    {
        var exact = subkinds.ToLookup(SurveyCategory.Of, StringComparer.Ordinal);
        return [.. categories.SelectMany(category => exact[category].Any(kind => kind != category) ? exact[category].Where(kind => kind != category) : [category]).Distinct(StringComparer.Ordinal)];
    }
}
