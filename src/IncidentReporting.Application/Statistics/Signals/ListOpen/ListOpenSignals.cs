using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Signals.ListOpen;

/// <summary>The warnings that wait to be gone through in the caller's units, without what they rest on: for a first page.</summary>
public sealed record ListOpenSignalsQuery : IQuery<IReadOnlyList<OpenSignal>>;

public sealed record OpenSignal(UnitLine Unit, bool WholeEmployer, SignalLevel Level, DateTimeOffset OpenedAt);

internal sealed class ListOpenSignalsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListOpenSignalsQuery, IReadOnlyList<OpenSignal>>
{
    public async Task<IReadOnlyList<OpenSignal>> Handle(ListOpenSignalsQuery request, CancellationToken cancellationToken)
    {
        var (employer, units) = (user.EmployerId, user.Watched().ToHashSet());
        if (units.Count == 0)
        {
            return [];
        }

        var open = await db.Set<UnitWatch>().AsNoTracking().Where(watch => watch.EmployerId == employer && watch.AcknowledgedAt == null)
            .OrderBy(watch => watch.OpenedAt).Select(watch => new { watch.UnitId, watch.WholeEmployer, watch.Level, watch.OpenedAt }).ToListAsync(cancellationToken);
        var org = await charts.OfAsync(employer, cancellationToken);
        return
        [
            .. open.Where(watch => units.Contains(watch.UnitId)).OrderByDescending(watch => watch.Level).ThenBy(watch => watch.OpenedAt).Select(watch => new OpenSignal(
                UnitLine.Of(watch.UnitId, org), watch.WholeEmployer, watch.Level is WarningLevel.Alert ? SignalLevel.Alert : SignalLevel.Watch, watch.OpenedAt)),
        ];
    }
}
