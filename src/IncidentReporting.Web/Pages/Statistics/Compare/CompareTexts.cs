using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Compare;

internal static class CompareTexts
{
    private static readonly PageTexts Texts = new(typeof(CompareTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
