using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Organisation;

internal static class OrganisationLog
{
    public const string Group = "organisation";

    /// <param name="fields">Names of fields, codes and ids; no names of persons.</param>
    public static LogEntry Entry(ICurrentUser user, Role? role, string action, Guid? about, DateTimeOffset now, string fields = "") =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            EmployerId = user.EmployerId,
            At = now,
            ActorId = user.Id,
            ActorRole = role,
            Action = action,
            About = about,
            Group = Group,
            Fields = fields.Length > LogEntry.FieldsLength ? fields[..LogEntry.FieldsLength] : fields,
        };
}
