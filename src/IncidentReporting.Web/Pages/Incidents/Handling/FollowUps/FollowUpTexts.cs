using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Web.Pages.Incidents.Handling.FollowUps;

internal static class FollowUpTexts
{
    private static readonly PageTexts Texts = new(typeof(FollowUpTexts));

    public static string T(string key) => Texts.Get(key);

    public static string T(string key, params object?[] values) => Texts.Get(key, values);
}
