using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tasks;

/// <summary>Where in the product a duty is met.</summary>
internal static class TaskLinks
{
    public static async Task<Dictionary<IncidentId, string?>> NumbersOfAsync(this IIncidentReportingDb db, IEnumerable<Obligation> duties, CancellationToken ct)
    {
        var cases = duties.Select(duty => duty.IncidentId).OfType<IncidentId>().Distinct().ToList();
        return await db.Set<Incident>().AsNoTracking().Where(incident => cases.Contains(incident.Id))
            .Select(incident => new { incident.Id, incident.Number }).ToDictionaryAsync(incident => incident.Id, incident => incident.Number, ct);
    }

    public static string Of(Obligation duty, IReadOnlyDictionary<IncidentId, string?> numbers) => duty.SubjectKind switch
    {
        SubjectKind.Case => $"/incidents/{(duty.IncidentId is { } id ? numbers.GetValueOrDefault(id) : null)}",
        SubjectKind.MeasureRequest => string.Create(CultureInfo.InvariantCulture, $"/measure-requests/{duty.SubjectId}"),
        SubjectKind.UnitWatch => string.Create(CultureInfo.InvariantCulture, $"/statistics/signals/{duty.UnitId.Value}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"/units/{duty.SubjectId}"),
    };
}
