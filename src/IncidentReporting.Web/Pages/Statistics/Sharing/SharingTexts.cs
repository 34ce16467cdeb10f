using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Statistics.Sharing;

internal static class SharingTexts
{
    private static readonly PageTexts Texts = new(typeof(SharingTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
