using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.List;

internal static class IncidentFilters
{
    public static IQueryable<Incident> Matching(
        this IQueryable<Incident> incidents, ListIncidentsQuery query, OrgChart chart, ICurrentUser user, IQueryable<Obligation> obligations, DateTimeOffset now)
    {
        if (SnakeCase.Find<IncidentState>(query.State) is { } state)
        {
            incidents = incidents.Where(incident => incident.State == state);
        }

        if (query.Kind is { } kind)
        {
            // Stored as |a|b|: the code itself, or one of its subkinds.
            var itself = $"%|{kind}|%";
            var below = $"%|{kind}.%";
            incidents = incidents.Where(incident =>
                EF.Functions.Like((string)(object)incident.Report.Kinds, itself) || EF.Functions.Like((string)(object)incident.Report.Kinds, below));
        }

        if (query.Unit is { } unit)
        {
            var reach = chart.Reach(unit).ToList();
            incidents = incidents.Where(incident => reach.Contains(incident.UnitId));
        }

        if (query.Number is { } number)
        {
            incidents = incidents.Where(incident => incident.Number == number);
        }

        var zone = chart.Employer.Zone();
        if (query.From is { } from)
        {
            var first = new DateOrTime(from, Time: null).Instant(zone);
            incidents = incidents.Where(incident => incident.Report.OccurredAt >= first);
        }

        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var end = new DateOrTime(to.AddDays(1), Time: null).Instant(zone);
            incidents = incidents.Where(incident => incident.Report.OccurredAt < end);
        }

        var openDuties = obligations.Where(duty => duty.DoneAt == null && duty.CancelledAt == null && !duty.IsInformation);
        if (query.Responsible is not null)
        {
            incidents = incidents.Where(incident => openDuties.Any(duty => duty.IncidentId == incident.Id && duty.ResponsibleUserId == user.Id));
        }

        return query.Overdue switch
        {
            true => incidents.Where(incident => openDuties.Any(duty => duty.IncidentId == incident.Id && duty.DueAt < now)),
            false => incidents.Where(incident => !openDuties.Any(duty => duty.IncidentId == incident.Id && duty.DueAt < now)),
            null => incidents,
        };
    }
}
