namespace IncidentReporting.Application.Mail;

/// <summary>Keeps a link that only one person may know from being read in the database as long as its mail waits.</summary>
public interface ILinkSeal
{
    string Seal(string path);

    string Open(string sealedPath);
}
