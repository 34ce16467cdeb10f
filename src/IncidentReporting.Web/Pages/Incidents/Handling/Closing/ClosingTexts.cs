using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Closing;

internal static class ClosingTexts
{
    private static readonly PageTexts Texts = new(typeof(ClosingTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
