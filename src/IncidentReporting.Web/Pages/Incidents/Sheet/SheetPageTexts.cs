using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Sheet;

internal static class SheetPageTexts
{
    private static readonly PageTexts Texts = new(typeof(SheetPageTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
