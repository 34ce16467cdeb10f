using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Settings;

internal static class SettingsTexts
{
    private static readonly PageTexts Texts = new(typeof(SettingsTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
