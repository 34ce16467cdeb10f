using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Headcounts;

internal static class HeadcountsTexts
{
    private static readonly PageTexts Texts = new(typeof(HeadcountsTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
