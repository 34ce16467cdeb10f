using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Own;

internal static class OwnTexts
{
    private static readonly PageTexts Texts = new(typeof(OwnTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
