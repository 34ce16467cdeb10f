using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.WorkStops.List;

/// <summary>Stops of work in the units that the caller represents, manages or coordinates, the newest first.</summary>
public sealed record ListWorkStopsQuery(Page Page) : IQuery<Listing<WorkStopView>>;

internal sealed class ListWorkStopsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListWorkStopsQuery, Listing<WorkStopView>>
{
    public async Task<Listing<WorkStopView>> Handle(ListWorkStopsQuery request, CancellationToken cancellationToken)
    {
        var rows = db.WorkStopsSeenBy(user).AsNoTracking();
        if (request.Page.After is { } after)
        {
            var at = after.At;
            rows = rows.Where(row => row.StartedAt < at);
        }

        var read = await rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        if (read.Count > 0)
        {
            var now = time.Now();
            db.Set<LogEntry>().AddRange(read.Select(row => WorkStopReadings.Of(row, user, now)));
            await db.SaveChangesAsync(cancellationToken);
        }

        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var cases = await db.KnownCasesAsync(read.Select(row => row.IncidentId), user, cancellationToken);
        return Listing.Of([.. read.Select(row => WorkStopView.Of(row, chart, cases))], request.Page, row => new Cursor(row.StartedAt, row.Id.Value));
    }
}
