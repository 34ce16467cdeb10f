using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

internal static class LinkedCases
{
    /// <summary>Refuses a case that the representative does not have in her area.</summary>
    public static async Task RequireLinkableAsync(this IIncidentReportingDb db, IncidentId? incident, ICurrentUser user, CancellationToken cancellationToken)
    {
        var units = user.Represented();
        if (incident is { } id && !await db.Set<Incident>().AnyAsync(
            known => known.Id == id && known.EmployerId == user.EmployerId && known.State != IncidentState.Draft && units.Contains(known.UnitId), cancellationToken))
        {
            throw new InvalidInputException("incidentId", ObligationTexts.Get("UnknownIncident"));
        }
    }

    public static void RequireKnown(this OrgChart chart, UnitId? unit)
    {
        if (unit is { } id && chart.Unit(id) is null)
        {
            throw new InvalidInputException("unitId", ObligationTexts.Get("UnknownUnit"));
        }
    }
}
