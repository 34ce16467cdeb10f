using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Statistics;
using MediatR;

namespace IncidentReporting.Application.Statistics.Headcounts.CarryForward;

/// <summary>Gives a month the figures of the latest month before it, where it has none of its own.</summary>
/// <param name="Month">2026-11; null is this month.</param>
public sealed record CarryForwardCommand(string? Month) : ICommand<HeadcountsKept>;

internal sealed class CarryForwardHandler(IIncidentReportingDb db, IOrgCharts charts, HeadcountDesk desk, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CarryForwardCommand, HeadcountsKept>
{
    public async Task<HeadcountsKept> Handle(CarryForwardCommand request, CancellationToken cancellationToken)
    {
        Operations.PutHeadcounts.Require(user);
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var today = chart.DayOf(time.Now());
        var month = request.Month is null ? Headcount.FirstOf(today) : CalendarMonth.Find(request.Month) ?? throw new InvalidInputException("month", HeadcountTexts.Get("MonthForm"));
        if (month > today)
        {
            throw new InvalidInputException("month", HeadcountTexts.Get("MonthToCome"));
        }

        var rows = (await db.CarriedAsync(chart, month, cancellationToken))
            .Select(row => new HeadcountInput(row.UnitId, row.OccupationalGroup, CalendarMonth.Text(month), row.Staff, row.Fte)).ToList();
        return rows.Count == 0
            ? throw new InvalidInputException("month", HeadcountTexts.Get("NothingToCarry"))
            : await desk.KeepAsync(rows, "headcounts_carried", cancellationToken);
    }
}
