using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.WorkStops;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.WorkStops.Get;

/// <summary>One stop of work, and what the caller can do to it.</summary>
public sealed record GetWorkStopQuery(WorkStopId Id) : IQuery<WorkStopDetails>;

/// <param name="Number">Of the case that it comes from, for those who may know of it.</param>
/// <param name="AllowedActions">record, or nothing.</param>
public sealed record WorkStopDetails(WorkStopView Stop, string? Number, IReadOnlyList<string> AllowedActions);

internal sealed class GetWorkStopHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<GetWorkStopQuery, WorkStopDetails>
{
    public async Task<WorkStopDetails> Handle(GetWorkStopQuery request, CancellationToken cancellationToken)
    {
        var found = await db.WorkStopsSeenBy(user).AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        db.Set<LogEntry>().Add(WorkStopReadings.Of(found, user, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        var cases = await db.KnownCasesAsync([found.IncidentId], user, cancellationToken);
        var mayRecord = found.EndedAt is null && user.Represented().Contains(found.UnitId);
        return new WorkStopDetails(WorkStopView.Of(found, await charts.OfAsync(user.EmployerId, cancellationToken), cases), cases.NumberOf(found.IncidentId), mayRecord ? ["record"] : []);
    }
}
