namespace IncidentReporting.Web.Hosting;

/// <summary>An address that a page is asked to go on to: only within this service, whatever is asked.</summary>
internal static class LocalAddress
{
    public static string OrStart(string? address) =>
        address is ['/', not ('/' or '\\'), ..] or "/" && !address.Any(char.IsControl) ? address : "/";
}
