using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

internal static class AccountLog
{
    public const string Group = "account";

    public static LogEntry Entry(EmployerId employer, UserId actor, string action, Guid? about, DateTimeOffset now, string fields = "") =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = employer,
            At = now,
            ActorId = actor,
            Action = action,
            About = about,
            Group = Group,
            Fields = fields,
        };
}
