using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
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
        if (incident is { } id && !await db.Set<Incident>().ReadableBy(user).AnyAsync(
            known => known.Id == id && known.State != IncidentState.Draft && units.Contains(known.UnitId), cancellationToken))
        {
            throw new InvalidInputException("incidentId", ObligationTexts.Get("UnknownIncident"));
        }
    }

    /// <summary>Those of the cases that the person may know of, with their numbers.</summary>
    public static async Task<IReadOnlyDictionary<IncidentId, string>> KnownCasesAsync(
        this IIncidentReportingDb db, IEnumerable<IncidentId?> cases, ICurrentUser user, CancellationToken cancellationToken)
    {
        List<IncidentId> ids = [.. cases.OfType<IncidentId>().Distinct()];
        return ids.Count == 0
            ? new Dictionary<IncidentId, string>()
            : await db.Set<Incident>().AsNoTracking().ReadableBy(user).Where(incident => ids.Contains(incident.Id))
                .ToDictionaryAsync(incident => incident.Id, incident => incident.Number ?? string.Empty, cancellationToken);
    }

    /// <summary>The case that something comes from; null where the person may not know of it.</summary>
    public static IncidentId? Known(this IReadOnlyDictionary<IncidentId, string> cases, IncidentId? incident) =>
        incident is { } id && cases.ContainsKey(id) ? id : null;

    public static string? NumberOf(this IReadOnlyDictionary<IncidentId, string> cases, IncidentId? incident) =>
        incident is { } id ? cases.GetValueOrDefault(id) : null;

    public static void RequireKnown(this OrgChart chart, UnitId? unit)
    {
        if (unit is { } id && chart.Unit(id) is null)
        {
            throw new InvalidInputException("unitId", ObligationTexts.Get("UnknownUnit"));
        }
    }
}
