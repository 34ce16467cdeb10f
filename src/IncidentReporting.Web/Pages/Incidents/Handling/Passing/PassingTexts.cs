using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Passing;

internal static class PassingTexts
{
    private static readonly PageTexts Texts = new(typeof(PassingTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
