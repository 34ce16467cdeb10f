using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Calendar;

internal static class CalendarDuties
{
    private static readonly string[] FollowUps = ["R9", "R11", "R12", "R13"];

    /// <summary>The duties that stand with a person, and the follow-ups with her in the cases where she is the exposed person.</summary>
    public static IQueryable<Obligation> InCalendarOf(this IQueryable<Obligation> duties, UserId person, EmployerId employer, IQueryable<Incident> incidents)
    {
        var own = incidents.Where(incident => incident.State != IncidentState.Draft && incident.Exposed.Any(exposed => exposed.UserId == person)).Select(incident => (IncidentId?)incident.Id);
        var kept = incidents.KeptFrom(person);
        return duties.Where(duty => !kept.Any(incident => incident.Id == duty.IncidentId) && duty.EmployerId == employer && duty.CancelledAt == null && !duty.IsInformation
            && (duty.ResponsibleUserId == person || (FollowUps.Contains(duty.Rule) && own.Contains(duty.IncidentId))));
    }
}
