using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Pulse;

internal static class PulsePageTexts
{
    private static readonly PageTexts Texts = new(typeof(PulsePageTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
