using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>How a person wants the pages on this device: kept in a cookie that names nobody.</summary>
/// <param name="Language">sv or en; null follows the browser.</param>
/// <param name="Theme">light or dark; null follows the device.</param>
/// <param name="Text">large or larger; null is the usual size.</param>
public sealed record DisplaySettings(string? Language, string? Theme, string? Text)
{
    public const string Cookie = "incidentreporting.display";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static DisplaySettings Of(HttpContext context)
    {
        var parts = (context.Request.Cookies[Cookie] ?? string.Empty).Split('.');
        return parts is [var language, var theme, var text] ? Of(language, theme, text) : new DisplaySettings(Language: null, Theme: null, Text: null);
    }

    /// <summary>What is not known is as if it had not been said.</summary>
    public static DisplaySettings Of(string? language, string? theme, string? text) =>
        new(Known(language, "sv", "en"), Known(theme, "light", "dark"), Known(text, "large", "larger"));

    public void Keep(HttpContext context) =>
        context.Response.Cookies.Append(Cookie, $"{Language}.{Theme}.{Text}", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Kept,
            IsEssential = true,
        });

    private static string? Known(string? value, params string[] known) => known.Contains(value) ? value : null;
}
