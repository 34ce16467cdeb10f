using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentReporting.Api.SignIn;

/// <summary>The value that a page of ours can read and send, and a foreign page cannot: it belongs to one session.</summary>
internal sealed class CsrfTokens(IDataProtectionProvider protection)
{
    public const string Header = "X-CSRF-TOKEN";

    private readonly IDataProtector _protector = protection.CreateProtector("session.csrf");

    public string Issue(Guid session) => _protector.Protect(session.ToString("N"));

    public bool IsFor(Guid session, string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        try
        {
            return _protector.Unprotect(token) == session.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
