using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Statistics.Signals.List;

/// <summary>How the units stand whose cases the caller reads as manager, safety representative or coordinator.</summary>
/// <param name="Unit">Only this one; null for all.</param>
public sealed record ListSignalsQuery(UnitId? Unit) : IQuery<Listing<SignalItem>>;

internal sealed class ListSignalsHandler(IIncidentReportingDb db, SignalViews views, ICurrentUser user, TimeProvider time) : IRequestHandler<ListSignalsQuery, Listing<SignalItem>>
{
    public async Task<Listing<SignalItem>> Handle(ListSignalsQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadSignals.Require(user);
        var units = user.Watched();
        if (request.Unit is { } asked)
        {
            units = units.Contains(asked) ? [asked] : throw new NotFoundException();
        }

        var items = await views.OfAsync(user.EmployerId, units, cancellationToken);
        await LogAsync(items, cancellationToken);
        return Listing.Whole(items);
    }

    // What was noted when a warning was gone through is text: no eye sees it without a trace.
    private async Task LogAsync(IEnumerable<SignalItem> items, CancellationToken cancellationToken)
    {
        var now = time.Now();
        List<LogEntry> readings =
        [
            .. items.SelectMany(item => item.Earlier.Where(earlier => earlier.Acknowledged.Note is not null)
                .Select(earlier => RequestLog.Reading(user, "signal_note_read", earlier.Id.Value, item.Unit.Id, incident: null, "note", now))),
        ];
        if (readings.Count > 0)
        {
            db.Set<LogEntry>().AddRange(readings);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
