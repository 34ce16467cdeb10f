using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.OverTime;

internal static class OverTimeTexts
{
    private static readonly PageTexts Texts = new(typeof(OverTimeTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
