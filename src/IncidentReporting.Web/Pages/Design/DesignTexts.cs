using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Design;

internal static class DesignTexts
{
    private static readonly PageTexts Texts = new(typeof(DesignTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
