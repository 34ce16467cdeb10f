using static IncidentReporting.Web.Pages.Settings.SettingsTexts;

namespace IncidentReporting.Web.Pages.Settings.Sessions;

/// <summary>What a browser says of itself, as people call it: "Chrome, Windows".</summary>
internal static class Device
{
    // The first that fits: browsers also name those that they come from.
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Name(string? userAgent)
    {
        var known = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return known.Count > 0 ? string.Join(", ", known) : T("sessions.other");
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : Array.Find(known, one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
