using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Acknowledge;

internal static class AcknowledgeTexts
{
    private static readonly PageTexts Texts = new(typeof(AcknowledgeTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
