using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Start;

internal static class StartTexts
{
    private static readonly PageTexts Texts = new(typeof(StartTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
