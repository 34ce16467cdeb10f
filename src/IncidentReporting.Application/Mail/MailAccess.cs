using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Mail;

/// <summary>The list of mails is the administrator's, and holds the own employer's mails.</summary>
internal static class MailAccess
{
    public static IQueryable<OutboxMessage> AdministeredBy(this IQueryable<OutboxMessage> messages, ICurrentUser user)
    {
        EnsureAdministrator(user);
        return messages.Where(message => message.EmployerId == user.EmployerId);
    }

    public static void EnsureAdministrator(ICurrentUser user)
    {
        if (!user.Roles.Any(held => held.Role is Role.Administrator))
        {
            throw new NotAllowedException();
        }
    }
}
