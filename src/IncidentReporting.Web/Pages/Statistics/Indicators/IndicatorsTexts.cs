using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Indicators;

internal static class IndicatorsTexts
{
    private static readonly PageTexts Texts = new(typeof(IndicatorsTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
