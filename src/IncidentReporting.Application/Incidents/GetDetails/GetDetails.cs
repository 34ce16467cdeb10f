using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Obligations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.GetDetails;

/// <summary>A case as the caller may see it. The reading is logged, and the exposed person can see it there.</summary>
public sealed record GetDetailsQuery(CaseReference Case) : IQuery<IncidentView>;

internal sealed class GetDetailsHandler(IIncidentReportingDb db, CaseDesk desk, CaseReadings readings, ICurrentUser user)
    : IRequestHandler<GetDetailsQuery, IncidentView>
{
    public async Task<IncidentView> Handle(GetDetailsQuery query, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(query.Case, cancellationToken);
        var duties = await db.Set<Obligation>().AsNoTracking().Where(duty => duty.SubjectId == open.Incident.Id.Value).ToListAsync(cancellationToken);
        var view = new IncidentViewer(open.Incident, open.Roles, user, open.Chart, open.Now).Show(duties);
        await readings.KeepAsync(open, "incident_read", ShownFields.Of(view), cancellationToken);
        return view;
    }
}
