using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.Access;

/// <summary>Which cases a person may know of. What the filter leaves out does not exist for that person.</summary>
internal static class IncidentAccess
{
    /// <summary>Cases whose content the person may read some part of: her own, those she is responsible for, those in her area.</summary>
    public static IQueryable<Incident> ReadableBy(this IQueryable<Incident> incidents, ICurrentUser user)
    {
        var managed = user.ReachOf(Reach.Managing).Select(unit => (Domain.Organisation.UnitId?)unit).ToList();
        var watched = user.ReachOf([.. Reach.Representing, .. Reach.Coordinating]).ToList();
        var mayHandle = user.MayHandle();
        return incidents
            .OfEmployerOf(user)
            .Where(incident => incident.ReporterId == user.Id
                || (incident.State != IncidentState.Draft
                    && ((mayHandle && incident.HandlerId == user.Id)
                        || incident.Exposed.Any(exposed => exposed.UserId == user.Id)
                        || managed.Contains(incident.OversightUnitId)
                        || watched.Contains(incident.UnitId))));
    }

    /// <summary>Cases whose log the person may read: the exposed person's own, and for the data protection officer and the auditor those in their reach.</summary>
    public static IQueryable<Incident> LogReadableBy(this IQueryable<Incident> incidents, ICurrentUser user)
    {
        var audited = user.ReachOf(Reach.Auditing).ToList();
        var readable = incidents.ReadableBy(user).Select(incident => incident.Id);
        return incidents
            .OfEmployerOf(user)
            .Where(incident => incident.State != IncidentState.Draft && (readable.Contains(incident.Id) || audited.Contains(incident.UnitId)));
    }

    public static IQueryable<Incident> Named(this IQueryable<Incident> incidents, CaseReference reference) =>
        (reference.Id, reference.Number) switch
        {
            ({ } id, _) => incidents.Where(incident => incident.Id == id),
            (_, { } number) => incidents.Where(incident => incident.Number == number),
            _ => incidents.Where(_ => false),
        };

    public static async Task<Incident> GetAsync(this IQueryable<Incident> incidents, CaseReference reference, CancellationToken ct) =>
        await incidents.Named(reference).SingleOrDefaultAsync(ct) ?? throw new NotFoundException();

    /// <summary>Cases that the person may keep from erasure or let go, by the units she decides for; shows none of them.</summary>
    public static IQueryable<Incident> HoldableBy(this IQueryable<Incident> incidents, ICurrentUser user, IReadOnlyList<Domain.Organisation.UnitId> units) =>
        incidents.OfEmployerOf(user).Where(incident => incident.State != IncidentState.Draft && units.Contains(incident.UnitId));

    /// <summary>Cases that a person never learns of, whatever roles she or he has: where she is named as the counterpart, or is kept out by name.</summary>
    public static IQueryable<Incident> KeptFrom(this IQueryable<Incident> incidents, UserId person) =>
        incidents.Where(incident => incident.Report.CounterpartUserId == person
            || incident.Exclusions.Any(exclusion => exclusion.UserId == person && exclusion.LiftedAt == null));

    /// <summary>Which these are at the person's employer.</summary>
    public static Task<List<IncidentId>> KeptCasesAsync(this IIncidentReportingDb db, ICurrentUser user, CancellationToken ct) =>
        db.Set<Incident>().Where(incident => incident.EmployerId == user.EmployerId).KeptFrom(user.Id).Select(incident => incident.Id).ToListAsync(ct);

    // What is erased nobody knows of.
    private static IQueryable<Incident> OfEmployerOf(this IQueryable<Incident> incidents, ICurrentUser user) =>
        incidents.Where(incident => incident.EmployerId == user.EmployerId && incident.ErasedAt == null
            && (incident.Report.CounterpartUserId == null || incident.Report.CounterpartUserId != user.Id)
            && !incident.Exclusions.Any(exclusion => exclusion.UserId == user.Id && exclusion.LiftedAt == null));
}
