using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.MeasureRequests;

internal static class MeasureRequestTexts
{
    private static readonly PageTexts Texts = new(typeof(MeasureRequestTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
