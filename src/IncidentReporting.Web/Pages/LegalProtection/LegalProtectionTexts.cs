using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.LegalProtection;

internal static class LegalProtectionTexts
{
    private static readonly PageTexts Texts = new(typeof(LegalProtectionTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
