using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Exclusions;

internal static class ExclusionsTexts
{
    private static readonly PageTexts Texts = new(typeof(ExclusionsTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
