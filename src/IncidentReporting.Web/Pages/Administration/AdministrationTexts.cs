using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Administration;

internal static class AdministrationTexts
{
    private static readonly PageTexts Texts = new(typeof(AdministrationTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
