using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Support;

internal static class SupportTexts
{
    private static readonly PageTexts Texts = new(typeof(SupportTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
