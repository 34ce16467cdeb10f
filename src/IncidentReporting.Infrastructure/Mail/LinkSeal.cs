using IncidentReporting.Application.Mail;
using Microsoft.AspNetCore.DataProtection;

namespace IncidentReporting.Infrastructure.Mail;

internal sealed class LinkSeal(IDataProtectionProvider protection) : ILinkSeal
{
    private readonly IDataProtector _protector = protection.CreateProtector("mail.link");

    public string Seal(string path) => _protector.Protect(path);

    public string Open(string sealedPath) => _protector.Unprotect(sealedPath);
}
