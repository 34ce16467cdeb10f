using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.List;

internal static class IncidentListTexts
{
    private static readonly PageTexts Texts = new(typeof(IncidentListTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
