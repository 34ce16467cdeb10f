using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Reports;

internal static class ReportsTexts
{
    private static readonly PageTexts Texts = new(typeof(ReportsTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
