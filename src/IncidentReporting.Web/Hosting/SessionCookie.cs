using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>The cookie that names a session, sealed: the session's id alone opens nothing.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    public const string Name = "incidentreporting.session";

    private readonly IDataProtector _protector = protection.CreateProtector("session.cookie");

    // The browser keeps the name of the session longer than the session holds: it tells whose half-written text is to be given back.
    private static readonly TimeSpan KeptLonger = TimeSpan.FromDays(2);

    public void Set(HttpContext context, Guid session, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Name, _protector.Protect(session.ToString("N")), OptionsFor(context, expiresAt + KeptLonger));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, OptionsFor(context, expiresAt: null));

    public Guid? Read(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var value))
        {
            return null;
        }

        try
        {
            return Guid.TryParseExact(_protector.Unprotect(value), "N", out var session) ? session : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions OptionsFor(HttpContext context, DateTimeOffset? expiresAt) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", Expires = expiresAt, IsEssential = true };
}
