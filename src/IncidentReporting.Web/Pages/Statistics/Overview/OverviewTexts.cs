using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Overview;

internal static class OverviewTexts
{
    private static readonly PageTexts Texts = new(typeof(OverviewTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
