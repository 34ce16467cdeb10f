using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Reports.ReportsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Reports.Quarterly;

/// <summary>The quarter for the safety committee, against the same quarter last year and the last eight.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const string Measure = "incidents";
    private const string Attribute = "setting";
    private const int Quarters = 8;

    internal ReportFigures? Report { get; private set; }

    /// <summary>What can be chosen instead, where what was asked for cannot be shown.</summary>
    internal ReportChoice Choice { get; private set; } = null!;

    internal SeriesChart Series { get; private set; } = null!;

    internal BarList Setting { get; private set; } = null!;

    internal IReadOnlyList<KeyFigure> Keys => [Report!.Incidents, Report.Rate, Report.Reported, Report.FollowedUp];

    public async Task OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        period ??= grid.Periods.LastOrDefault(frozen => StatPeriod.Find(frozen.Period) is { Kind: PeriodKind.Quarter })?.Period;
        var answer = await mediator.TryAskAsync(new GetIndicatorsQuery(period, node), ModelState, cancellationToken);
        if (answer.Value is not { } result)
        {
            Choice = new ReportChoice(grid, node, period: null);
            return;
        }

        Report = new ReportFigures(result, ShownZone.DayOf(time.Now()));
        var last = StatPeriod.Find(result.Period)!.Value;
        var first = Enumerable.Range(1, Quarters - 1).Aggregate(last, (quarter, _) => quarter.Previous());
        Series = SeriesOf(await mediator.Send(new GetSeriesQuery(Measure, result.Node.Id, first.ToString(), last.ToString(), "quarter", By: null), cancellationToken));
        Setting = SettingOf(await mediator.Send(new GetTableQuery(Measure, result.Node.Id, result.Period, Attribute, Children: null), cancellationToken));
    }

    private static SeriesChart SeriesOf(SeriesResult series) => new(
        new ChartWords(T("series"), T("series.note")),
        T("series.head"),
        [.. series.Points.Select(point => FigureNames.Period(point.Period))],
        [new Series(T("series.name"), [.. series.Points.Select(point => point.Release is null ? FigureValue.Missing : ShownFigures.Of(point.Total))])])
    { PerYear = 4 };

    private static BarList SettingOf(TableResult table) => new(
        new ChartWords(T("setting"), T("setting.note")),
        T("setting.rows"),
        T("count"),
        [.. table.Cells.Select(cell => new Bar(FigureNames.Category(Measure, Attribute, cell.Key[Attribute]), ShownFigures.Of(cell)))]);
}
