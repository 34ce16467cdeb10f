using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents;

/// <summary>A case in the hands of one person: the case, what she is to it, and the moment.</summary>
internal sealed record OpenCase(Incident Incident, IReadOnlyList<CaseRole> Roles, OrgChart Chart, ICurrentUser User, DateTimeOffset Now)
{
    /// <summary>Who was responsible for the case when it was opened.</summary>
    public IReadOnlyList<UserId> ResponsibleBefore { get; } =
        Incident.IsDraft ? [] : new PartyResolver(Chart, CasePartiesOf.Incident(Incident), Now).Resolve(Party.Manager);

    /// <summary>The caller acting on the case. Refuses who may never do this; what the state forbids, the case itself refuses.</summary>
    public Actor ActorFor(CaseAction action) =>
        CasePermissions.RoleFor(action, Incident, Roles) is { } role ? new Actor(User.Id, role, Now) : throw new NotAllowedException();

    public TimeZoneInfo Zone => Chart.Employer.Zone();

    public WorkCalendar Calendar => WorkCalendar.In(Chart.Employer.TimeZone);

    /// <summary>When something was, as told: a day begins at midnight of the employer, and what was told a moment ahead of our clock is now.</summary>
    public DateTimeOffset? Instant(DateOrTime? told)
    {
        var instant = told?.Instant(Zone);
        return instant > Now ? Now : instant;
    }
}
