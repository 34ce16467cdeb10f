using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.Figures;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Statistics.Overview.OverviewTexts;

namespace IncidentReporting.Web.Pages.Statistics.Overview;

/// <summary>How are we doing, compared with whom, and is it getting better: for one year in one look.</summary>
[Allow(nameof(Operations.ReadStatistics))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    private const int QuartersShown = 12;

    public GridResult Grid { get; private set; } = null!;

    /// <summary>Null before anything is frozen.</summary>
    public NodeResult? Node { get; private set; }

    public string Period { get; private set; } = string.Empty;

    public IReadOnlyList<Choice> Nodes => [.. Grid.Nodes.Where(node => node.Kind != "unit").Select(node => new Choice(node.Id, node.Name))];

    public IReadOnlyList<Choice> Years => [.. Grid.Periods.Where(period => period.Period.Length == 4).Reverse().Select(period => new Choice(period.Period, period.Period))];

    public string Release { get; private set; } = string.Empty;

    public IReadOnlyList<KeyFigure> Key { get; private set; } = [];

    public BarList? Kinds { get; private set; }

    public SeriesChart? Quarters { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Grid = await mediator.Send(new GetGridQuery(), cancellationToken);
        if (Years.Count == 0)
        {
            return Page();
        }

        var kinds = await mediator.TryAskAsync(new GetTableQuery("incidents", node, period, "kind", Children: null), ModelState, cancellationToken);
        if (!kinds.Sent)
        {
            // Something else was in the address: the default, and why.
            kinds = new(true, await mediator.Send(new GetTableQuery("incidents", Node: null, Period: null, "kind", Children: null), cancellationToken));
        }

        Read(kinds.Value!);
        await ReadKeyAsync(kinds.Value!, cancellationToken);
        await ReadQuartersAsync(cancellationToken);
        return Page();
    }

    private void Read(TableResult kinds)
    {
        Node = kinds.Node;
        Period = kinds.Period;
        Release = FigureNames.Release(kinds.Release, ShownZone.DayOf(kinds.Release.BuiltAt));
        Kinds = new BarList(
            new ChartWords(T("kinds"), T("kinds.note"), Source: Release),
            T("kinds.head"),
            FigureNames.Measure("incidents"),
            kinds.Closed is null ? [.. kinds.Cells.Select(cell => new Bar(FigureNames.Category("incidents", "kind", cell.Key["kind"]), ShownFigures.Of(cell)))] : []);
    }

    private async Task ReadKeyAsync(TableResult kinds, CancellationToken cancellationToken)
    {
        var police = await mediator.Send(new GetTableQuery("incidents", Node!.Id, Period, "police2", Children: null), cancellationToken);
        var support = await mediator.Send(new GetTableQuery("exposures", Node.Id, Period, "support2", Children: null), cancellationToken);
        var reported = Shares.OfCell(ShownFigures.CellOf(police, "reported"), ShownFigures.TotalOf(police));
        var unsupported = Shares.OfParts(ShownFigures.CellOf(support, "not_adequate"), ShownFigures.CellOf(support, "adequate"));
        Key =
        [
            new KeyFigure(FigureNames.Measure("incidents"), ShownFigures.Of(kinds.Total)) { Href = Explore("incidents", by: "kind") },
            new KeyFigure(T("police"), FigureValues.Of(reported), FigureUnit.Percent) { Interval = FigureValues.IntervalOf(reported), Href = Explore("incidents", "police2") },
            new KeyFigure(T("support"), FigureValues.Of(unsupported), FigureUnit.Percent) { Interval = FigureValues.IntervalOf(unsupported), Href = Explore("exposures", "support2") },
        ];
    }

    private async Task ReadQuartersAsync(CancellationToken cancellationToken)
    {
        var series = await mediator.Send(new GetSeriesQuery("incidents", Node!.Id, From: null, $"{Period}-Q4", "quarter", By: null), cancellationToken);
        var points = series.Points.TakeLast(QuartersShown).ToList();
        Quarters = new SeriesChart(
            new ChartWords(T("quarters"), T("quarters.note")),
            T("quarters.head"),
            [.. points.Select(point => FigureNames.ShortPeriod(StatPeriod.Find(point.Period)!.Value))],
            [new Series(FigureNames.Measure("incidents"), [.. points.Select(point => point.Release is null ? FigureValue.Missing : ShownFigures.Of(point.Total))])])
        {
            PerYear = 4,
        };
    }

    private string Explore(string measure, string by) => $"/statistics/explore?measure={measure}&node={Uri.EscapeDataString(Node!.Id)}&period={Period}&by={by}";
}
