using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Accessibility;

internal static class AccessibilityTexts
{
    private static readonly PageTexts Texts = new(typeof(AccessibilityTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
