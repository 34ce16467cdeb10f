using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentReporting.Api.SignIn;

/// <summary>The cookie that names a session, sealed: the session's id alone opens nothing.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    public const string Name = "incidentreporting.session";

    private readonly IDataProtector _protector = protection.CreateProtector("session.cookie");

    public void Set(HttpContext context, Guid session, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Name, _protector.Protect(session.ToString("N")), OptionsFor(context, expiresAt));

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
