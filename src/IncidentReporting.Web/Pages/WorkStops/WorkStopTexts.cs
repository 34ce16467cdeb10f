using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.WorkStops;

internal static class WorkStopTexts
{
    private static readonly PageTexts Texts = new(typeof(WorkStopTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
