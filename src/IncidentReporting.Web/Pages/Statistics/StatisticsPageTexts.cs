using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>What the pages of the figures say alike.</summary>
internal static class StatisticsPageTexts
{
    private static readonly PageTexts Texts = new(typeof(StatisticsPageTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
