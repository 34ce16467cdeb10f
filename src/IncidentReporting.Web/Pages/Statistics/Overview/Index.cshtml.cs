using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetGrid;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics;
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
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, SheetFiles files) : PageModel
{
    private const int QuartersShown = 12;

    private static readonly string[] Compared = ["V1", "V4", "V7", "V8", "V6", "V10"];

    internal FigureChoices Choices { get; private set; } = null!;

    /// <summary>Null before anything is frozen.</summary>
    public IndicatorsResult? Indicators { get; private set; }

    public string Release { get; private set; } = string.Empty;

    public IReadOnlyList<KeyFigure> Key { get; private set; } = [];

    public BenchmarkChart? Benchmarks { get; private set; }

    public BarList? Kinds { get; private set; }

    public SeriesChart? Quarters { get; private set; }

    /// <summary>True for those who may take figures out to pass them on.</summary>
    public bool MayShare => Operations.ReadSharingPacket.IsFor(user.Roles);

    /// <summary>Units have pages of their own elsewhere; here are those who answer for a year.</summary>
    public IReadOnlyList<Choice> Nodes => [.. Choices.Nodes("incidents").Where(choice => Choices.Node(choice.Value)!.Kind != "unit")];

    public string FileAddress(string form) => FigureAddress.Of("/statistics", ("handler", "File"), ("form", form), ("node", Indicators!.Node.Id), ("period", Indicators.Period));

    public async Task OnGetAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await AskAsync(node, period, cancellationToken) is not { } indicators)
        {
            return;
        }

        Indicators = indicators;
        Release = FigureNames.Release(indicators.Of, ShownZone.DayOf(indicators.Of.BuiltAt));
        Benchmarks = Compare(indicators);
        var year = StatPeriod.Find(indicators.Period)!.Value;
        var years = await mediator.Send(new GetSeriesQuery("incidents", indicators.Node.Id, year.Previous().ToString(), year.ToString(), "year", By: null), cancellationToken);
        Key = KeyFigures.Of(indicators, years);
        await ReadKindsAsync(cancellationToken);
        await ReadQuartersAsync(year, cancellationToken);
    }

    public async Task<IActionResult> OnGetFileAsync(string? node, string? period, string? form, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AskAsync(node, period, cancellationToken) is { } indicators && ModelState.IsValid
            ? FigureFiles.Of(files, IndicatorSheets.Of(indicators), form)
            : Redirect(FigureAddress.Of("/statistics", ("node", node), ("period", period)));
    }

    // Where the address asks for something else, what is usual is shown, and above it why.
    private async Task<IndicatorsResult?> AskAsync(string? node, string? period, CancellationToken cancellationToken)
    {
        Choices = new FigureChoices(await mediator.Send(new GetGridQuery(), cancellationToken));
        if (Choices.Years.Count == 0)
        {
            return null;
        }

        if (!string.IsNullOrEmpty(node) && Choices.Node(node) is null)
        {
            ModelState.AddModelError("node", Explore.ExploreTexts.T("node.unknown"));
            node = null;
        }

        if (!string.IsNullOrEmpty(period) && StatPeriod.Find(period) is not { Kind: PeriodKind.Year })
        {
            ModelState.AddModelError("period", T("period.year"));
            period = null;
        }

        var answer = await mediator.TryAskAsync(new GetIndicatorsQuery(period, node), ModelState, cancellationToken);
        return answer.Sent ? answer.Value : await mediator.Send(new GetIndicatorsQuery(Period: null, node), cancellationToken);
    }

    private static BenchmarkChart Compare(IndicatorsResult indicators) => new(
        new ChartWords(T("benchmarks"), T("benchmarks.note", indicators.Node.Name)),
        T("benchmarks.head"),
        indicators.Node.Name,
        T("benchmarks.theirs"),
        [.. Compared.Select(id => KeyFigures.Find(indicators, id)).Where(item => item?.Benchmark?.Value is not null).Select(item => Row(item!))]);

    // Where the survey asks what the benchmark asked, its answer is the one to compare.
    private static BenchmarkRow Row(IndicatorResult item) => item.Pulse is { Verdict: not null } pulse
        ? new(T($"row.{item.Id}"), KeyFigures.ValueOf(pulse.State, pulse.Value, pulse.Upper), KeyFigures.IntervalOf(pulse.Low, pulse.High), item.Benchmark!.Value, pulse.Verdict.Text, pulse.Reason)
        : new(T($"row.{item.Id}"), KeyFigures.ValueOf(item.State, item.Value, item.Upper), KeyFigures.IntervalOf(item.Low, item.High), item.Benchmark!.Value, item.Verdict?.Text, item.Reason);

    private async Task ReadKindsAsync(CancellationToken cancellationToken)
    {
        var kinds = await mediator.Send(new GetTableQuery("incidents", Indicators!.Node.Id, Indicators.Period, "kind", Children: null), cancellationToken);
        Kinds = new BarList(
            new ChartWords(T("kinds"), T("kinds.note")) { Empty = kinds.Closed?.Reason },
            T("kinds.head"),
            FigureNames.Measure("incidents"),
            kinds.Closed is null
                ? [.. kinds.Cells.Select(cell => new Bar(FigureNames.Category("incidents", "kind", cell.Key["kind"]), ShownFigures.Of(cell))).OrderByDescending(bar => bar.Value.Value ?? 0)]
                : []);
    }

    private async Task ReadQuartersAsync(StatPeriod year, CancellationToken cancellationToken)
    {
        var series = await mediator.Send(new GetSeriesQuery("incidents", Indicators!.Node.Id, From: null, $"{year}-Q4", "quarter", By: null), cancellationToken);
        var points = series.Points.TakeLast(QuartersShown).ToList();
        Quarters = new SeriesChart(
            new ChartWords(T("quarters"), T("quarters.note")) { Empty = points.Select(point => point.Closed?.Reason).FirstOrDefault(reason => reason is not null) },
            T("quarters.head"),
            [.. points.Select(point => FigureNames.ShortPeriod(StatPeriod.Find(point.Period)!.Value))],
            [new Series(FigureNames.Measure("incidents"), [.. points.Select(point => point.Release is null ? FigureValue.Missing : ShownFigures.Of(point.Total))])])
        {
            PerYear = 4,
        };
    }
}
