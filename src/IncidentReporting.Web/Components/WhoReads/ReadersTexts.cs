using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Components.WhoReads;

internal static class ReadersTexts
{
    private static readonly PageTexts Texts = new(typeof(ReadersTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
