using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.ProtectedIdentity;

internal static class ProtectedIdentityTexts
{
    private static readonly PageTexts Texts = new(typeof(ProtectedIdentityTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
