using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.MeasureRequests.List;

/// <summary>Requests in the units that the caller represents, manages or coordinates, the newest first.</summary>
public sealed record ListMeasureRequestsQuery(Page Page) : IQuery<Listing<MeasureRequestView>>;

internal sealed class ListMeasureRequestsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ListMeasureRequestsQuery, Listing<MeasureRequestView>>
{
    public async Task<Listing<MeasureRequestView>> Handle(ListMeasureRequestsQuery request, CancellationToken cancellationToken)
    {
        var rows = db.MeasureRequestsSeenBy(user).AsNoTracking();
        if (request.Page.After is { } after)
        {
            var at = after.At;
            rows = rows.Where(row => row.RequestedAt < at);
        }

        var read = await rows.OrderByDescending(row => row.RequestedAt).ThenByDescending(row => row.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        if (read.Count > 0)
        {
            var now = time.Now();
            db.Set<LogEntry>().AddRange(read.Select(row => MeasureRequestReadings.Of(row, user, now)));
            await db.SaveChangesAsync(cancellationToken);
        }

        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var cases = await db.KnownCasesAsync(read.Select(row => row.IncidentId), user, cancellationToken);
        return Listing.Of([.. read.Select(row => MeasureRequestView.Of(row, chart, cases))], request.Page, row => new Cursor(row.ReceiptAt, row.Id.Value));
    }
}
