using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using MediatR;

namespace IncidentReporting.Application.Statistics.Headcounts.GetState;

/// <summary>The latest figures of every unit and group, how old they are, and what could be carried on into this month.</summary>
public sealed record GetHeadcountStateQuery : IQuery<HeadcountState>;

/// <param name="Month">The month it is at the employer.</param>
/// <param name="CarryFrom">The latest month before this one that has figures; null where none has, or where this month has them all.</param>
/// <param name="Carried">How many rows would be added to this month.</param>
public sealed record HeadcountState(IReadOnlyList<LatestHeadcount> Items, string Month, string? CarryFrom, int Carried, bool MayChange);

/// <param name="MonthsOld">0 for this month.</param>
public sealed record LatestHeadcount(UnitId UnitId, string UnitName, bool UnitClosed, string OccupationalGroup, string Month, decimal Headcount, decimal? Fte, int MonthsOld);

internal sealed class GetHeadcountStateHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetHeadcountStateQuery, HeadcountState>
{
    public async Task<HeadcountState> Handle(GetHeadcountStateQuery request, CancellationToken cancellationToken)
    {
        Operations.ListHeadcounts.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var month = Headcount.FirstOf(chart.DayOf(time.Now()));
        var latest = await db.LatestAsync(user.EmployerId, cancellationToken);
        var carried = await db.CarriedAsync(chart, month, cancellationToken);
        return new HeadcountState(
            [
                .. latest.Select(row => Show(row, chart, month)).OrderBy(row => row.UnitName, SwedishNames.Order).ThenBy(row => row.UnitId.Value)
                    .ThenBy(row => row.OccupationalGroup, StringComparer.Ordinal),
            ],
            CalendarMonth.Text(month), carried.Count > 0 ? CalendarMonth.Text(carried[0].Month) : null, carried.Count, Operations.PutHeadcounts.IsFor(user.Roles));
    }

    private static LatestHeadcount Show(Headcount row, OrgChart chart, DateOnly month) =>
        new(
            row.UnitId, chart.Unit(row.UnitId)?.Name ?? string.Empty, chart.Unit(row.UnitId)?.IsClosed ?? true, row.OccupationalGroup, CalendarMonth.Text(row.Month),
            row.Staff, row.Fte, CalendarMonth.Between(row.Month, month));
}
