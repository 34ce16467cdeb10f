using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Mail;

public static class MailRules
{
    public static readonly Rule HasStopped = new("mail_not_stopped", "Only a mail that has stopped can be sent again.");
}
