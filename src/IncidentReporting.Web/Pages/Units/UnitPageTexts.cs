using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Units;

internal static class UnitPageTexts
{
    private static readonly PageTexts Texts = new(typeof(UnitPageTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
