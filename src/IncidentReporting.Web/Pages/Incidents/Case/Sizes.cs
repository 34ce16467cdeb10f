using System.Globalization;

namespace IncidentReporting.Web.Pages.Incidents.Case;

/// <summary>How large a file is: "340 kB", "2,4 MB".</summary>
internal static class Sizes
{
    public static string Of(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1000d:0} kB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1_000_000d:0.0} MB"),
    };
}
