using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Components.StatisticsNav;

internal static class StatisticsNavTexts
{
    private static readonly PageTexts Texts = new(typeof(StatisticsNavTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
