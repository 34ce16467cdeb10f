using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Obligations;

/// <summary>How the log tells of requests for measures and stops of work, which hold text and may come from a case.</summary>
internal static class RequestLog
{
    public const string Group = "request";

    public static LogEntry Change(ICurrentUser user, string action, Guid about, UnitId unit, IncidentId? incident, string fields, DateTimeOffset now) =>
        Entry(user, action, about, unit, incident, fields, Group, now);

    public static LogEntry Reading(ICurrentUser user, string action, Guid about, UnitId unit, IncidentId? incident, string fields, DateTimeOffset now) =>
        Entry(user, action, about, unit, incident, fields, CaseLog.Read, now);

    private static LogEntry Entry(ICurrentUser user, string action, Guid about, UnitId unit, IncidentId? incident, string fields, string group, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        EmployerId = user.EmployerId,
        At = now,
        ActorId = user.Id,
        ActorRole = user.RoleIn(unit),
        Action = action,
        IncidentId = incident,
        About = about,
        Fields = fields,
        Group = group,
    };
}
