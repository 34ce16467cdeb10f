using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>The clock of a request for measures (R23). Who is kept out of the case that it comes from does not answer it: then the next above does.</summary>
internal sealed class RequestDuties(IIncidentReportingDb db, CaseObligations obligations)
{
    /// <summary>Effective with the caller's save.</summary>
    public async Task FindAnewAsync(MeasureRequest request, CancellationToken cancellationToken) =>
        await FindAnewAsync(request, await db.Set<Incident>().KeptOutOfAsync(request.IncidentId, cancellationToken), cancellationToken);

    /// <summary>After it has changed who is kept out of the case.</summary>
    public async Task FindAnewOfAsync(Incident incident, CancellationToken cancellationToken)
    {
        var id = incident.Id;
        foreach (var request in await db.Set<MeasureRequest>().AsNoTracking().Where(request => request.IncidentId == id).ToListAsync(cancellationToken))
        {
            await FindAnewAsync(request, CasePartiesOf.Incident(incident).KeptOut, cancellationToken);
        }
    }

    private Task FindAnewAsync(MeasureRequest request, IReadOnlyList<UserId> keptOut, CancellationToken cancellationToken) => obligations.FindAnewAsync(
        new ObligationSubject(request.EmployerId, SubjectKind.MeasureRequest, request.Id.Value, request.UnitId, IncidentId: null),
        MeasureRequestContact.Of(request.Id, request.UnitId, keptOut).Parties,
        (policy, calendar) => ObligationEngine.PlanMeasureRequest(request.Facts, policy, calendar),
        cancellationToken);
}
