using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents;

/// <summary>How the log tells of cases: what happened to them, and who read them.</summary>
internal static class CaseLog
{
    public const string Case = "case";
    public const string Read = "read";

    public static LogEntry Of(Incident incident, IncidentEvent happened) => new()
    {
        Id = OrderedId.New(happened.By.Now),
        EmployerId = incident.EmployerId,
        At = happened.By.Now,
        ActorId = happened.By.Role == CaseRole.System ? null : happened.By.Id,
        CaseRole = happened.By.Role,
        Action = happened.What,
        IncidentId = incident.Id,
        About = happened.About,
        Fields = happened.Fields ?? string.Empty,
        Group = Case,
        FieldGroup = happened.Group,
    };

    /// <param name="fields">The names of what was shown, as they are named where they are withheld.</param>
    public static LogEntry Reading(OpenCase open, string action, string fields, Guid? about = null) => new()
    {
        Id = OrderedId.New(open.Now),
        EmployerId = open.Incident.EmployerId,
        At = open.Now,
        ActorId = open.User.Id,
        CaseRole = CasePermissions.ReadsAs(open.Roles),
        Action = action,
        IncidentId = open.Incident.Id,
        About = about,
        Fields = fields,
        Group = Read,
        FieldGroup = FieldGroup.Reads,
    };
}
