using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Log;

internal static class LogTexts
{
    private static readonly PageTexts Texts = new(typeof(LogTexts));

    public static string T(string key) => Texts.Get(key);

    /// <summary>Null where there is no text of that name.</summary>
    public static string? Find(string key) => Texts.Find(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
