using System.Security.Cryptography;
using IncidentReporting.Application.Idempotency;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentReporting.Api.SignIn;

internal sealed class AnswerSeal(IDataProtectionProvider protection) : IAnswerSeal
{
    private readonly IDataProtector _protector = protection.CreateProtector("idempotency.answer");

    public string Seal(string text) => _protector.Protect(text);

    public string? Open(string sealedText)
    {
        try
        {
            return _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
