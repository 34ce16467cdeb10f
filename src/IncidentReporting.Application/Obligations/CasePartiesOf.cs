using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>The people of a case, from the case itself or from its rows.</summary>
public static class CasePartiesOf
{
    public static CaseParties Incident(Incident incident) => new()
    {
        UnitId = incident.UnitId,
        OversightUnitId = incident.OversightUnitId,
        HasNoManager = !incident.IsDraft && incident.OversightUnitId is null,
        Exposed = [.. incident.Exposed.Select(exposed => exposed.UserId).OfType<UserId>()],
        HandlerId = incident.HandlerId,
        BypassManager = PassesBy(incident.Report.BypassManager, incident.Report.CounterpartRelation, incident.Report.CounterpartUserId),
        KeptOut = KeptOut(incident.Report.CounterpartUserId, incident.KeptOut),
    };

    internal static async Task<SubjectContact?> OfCaseAsync(this IQueryable<Incident> incidents, IncidentId id, CancellationToken cancellationToken)
    {
        var found = await incidents.AsNoTracking().Where(incident => incident.Id == id).Select(incident => new
        {
            incident.Number,
            incident.State,
            incident.UnitId,
            incident.OversightUnitId,
            incident.HandlerId,
            incident.Report.BypassManager,
            incident.Report.CounterpartRelation,
            incident.Report.CounterpartUserId,
            Exposed = incident.Exposed.Select(exposed => exposed.UserId).ToList(),
            Excluded = incident.Exclusions.Where(exclusion => exclusion.LiftedAt == null).Select(exclusion => exclusion.UserId).ToList(),
        }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new SubjectContact(
            found.Number,
            new CaseParties
            {
                UnitId = found.UnitId,
                OversightUnitId = found.OversightUnitId,
                HasNoManager = found.State != IncidentState.Draft && found.OversightUnitId is null,
                Exposed = [.. found.Exposed.OfType<UserId>()],
                HandlerId = found.HandlerId,
                BypassManager = PassesBy(found.BypassManager, found.CounterpartRelation, found.CounterpartUserId),
                KeptOut = KeptOut(found.CounterpartUserId, found.Excluded),
            },
            $"/incidents/{found.Number}",
            id.Value.ToString());
    }

    /// <summary>Who is kept out of the case that something comes from.</summary>
    internal static async Task<IReadOnlyList<UserId>> KeptOutOfAsync(this IQueryable<Incident> incidents, IncidentId? id, CancellationToken cancellationToken) =>
        id is { } known && await incidents.OfCaseAsync(known, cancellationToken) is { } contact ? contact.Parties.KeptOut : [];

    private static IReadOnlyList<UserId> KeptOut(UserId? counterpart, IEnumerable<UserId> excluded) => [.. excluded, .. counterpart is { } person ? [person] : Array.Empty<UserId>()];

    private static bool PassesBy(bool asked, string? relation, UserId? counterpart) => asked || (relation == "manager_person" && counterpart is null);
}
