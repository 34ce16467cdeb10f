using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Reports;

internal static class ReportTexts
{
    private static readonly PageTexts Texts = new(typeof(ReportTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
