using IncidentReporting.Application.Mail;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Infrastructure.Mail;

internal sealed class LinkSeal(MasterSeal seal) : ILinkSeal
{
    private const string Purpose = "mail link";

    public string Seal(string path) => seal.Seal(path, Purpose);

    public string Open(string sealedPath) => seal.Open(sealedPath, Purpose);
}
