using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.OnwardDisclosures;

internal static class OnwardDisclosureTexts
{
    private static readonly PageTexts Texts = new(typeof(OnwardDisclosureTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
