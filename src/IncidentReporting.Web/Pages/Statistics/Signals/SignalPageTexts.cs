using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Signals;

internal static class SignalPageTexts
{
    private static readonly PageTexts Texts = new(typeof(SignalPageTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
