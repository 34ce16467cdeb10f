using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class BenchmarkDrawing(BenchmarkChart chart) : ChartDrawing
{
    private readonly bool _hasIntervals = chart.Rows.Any(row => row.Interval is not null);
    private readonly bool _hasVerdicts = chart.Rows.Any(row => row.Verdict is not null || row.Why is not null);

    public override bool IsEmpty => chart.Rows.Count == 0;

    public override IReadOnlyList<ChartKey> Keys() =>
    [
        ChartKey.Of(Mark.Dot, "fill-1", chart.Ours),
        .. _hasIntervals ? (ChartKey[])[ChartKey.Band("band", T("uncertainty"))] : [],
        ChartKey.Of(Mark.Diamond, "fill-2", chart.Theirs),
    ];

    public override void Draw(Svg svg)
    {
        var layout = svg.Layout;
        var (left, right) = layout.IsNarrow ? (layout.Across(.6), 100 - layout.Across(1.6)) : (layout.Across(9.4), 100 - layout.Across(7));
        var largest = chart.Rows.Max(row => Math.Max(Math.Max(At(row.Ours) ?? 0, row.Interval?.High ?? 0), row.Benchmark ?? 0));
        var ticks = Ticks.UpTo(largest, layout.IsNarrow ? 4 : 5, chart.Unit);
        var scale = new LinearScale(ticks[^1], left, right);
        var rows = new List<(BenchmarkRow Row, double Middle, double Room)>();
        var top = .3;
        foreach (var row in chart.Rows)
        {
            var lines = Lines.Of(row.Label, layout.IsNarrow ? 22 : 18);
            var label = lines.Count * Svg.LineHeight;
            if (layout.IsNarrow)
            {
                svg.Lines(0, top + (label / 2), lines);
                Figure(svg, row, top + (Svg.LineHeight / 2));
                var why = Why(row, 34).Count;
                rows.Add((row, top + label + (why > 1 ? why * Svg.LineHeight / 2 : .8), 1.4));
                top += label + Math.Max(1.6, why * Svg.LineHeight) + .9;
            }
            else
            {
                var room = Math.Max(3, Math.Max(lines.Count, Why(row, 22).Count) * Svg.LineHeight + .6);
                svg.Lines(left, top + (room / 2), lines, anchor: Anchor.End, dx: -1);
                Figure(svg, row, top + (room / 2));
                rows.Add((row, top + (room / 2), room));
                top += room;
            }
        }

        Axis(svg, ticks, scale, rows, top);
        foreach (var (row, middle, _) in rows)
        {
            Marks(svg, row, scale, middle);
        }

        svg.Height = top + 1.9;
    }

    public override string Summary() => T("summary.benchmark", chart.Ours, chart.Theirs, string.Join("; ", chart.Rows.Select(row =>
        $"{row.Label} {FigureWords.Of(row.Ours, chart.Unit)}{(row.Benchmark is { } benchmark ? $", {chart.Theirs} {FigureWords.Of(benchmark, chart.Unit)}" : string.Empty)}")));

    public override FigureTable Table() => new(
        chart.Words.Question,
        chart.RowsHead,
        [
            new FigureColumn(chart.Ours, chart.Unit),
            .. _hasIntervals ? (FigureColumn[])[new FigureColumn(T("uncertainty"), chart.Unit)] : [],
            new FigureColumn(chart.Theirs, chart.Unit),
            .. _hasVerdicts ? (FigureColumn[])[new FigureColumn(T("verdict"))] : [],
        ],
        [.. chart.Rows.Select(row => new FigureRow(
            row.Label,
            [
                row.Ours,
                .. _hasIntervals ? (FigureCell[])[FigureCell.Of(row.Interval)] : [],
                row.Benchmark is { } benchmark ? benchmark : (string?)null,
                .. _hasVerdicts ? (FigureCell[])[row.Why ?? row.Verdict] : [],
            ]))]);

    private static double? At(FigureValue value) => value.Value ?? value.Limit;

    private static IReadOnlyList<string> Why(BenchmarkRow row, int most) => At(row.Ours) is null && row.Why is { Length: > 0 } why ? Lines.Of(why, most) : [];

    // Only beside figures: a line does not run through the words that say why there is none.
    private void Axis(Svg svg, IReadOnlyList<double> ticks, LinearScale scale, List<(BenchmarkRow Row, double Middle, double Room)> rows, double bottom)
    {
        foreach (var tick in ticks)
        {
            var x = scale.At(tick);
            foreach (var (_, middle, room) in rows.Where(row => Why(row.Row, int.MaxValue).Count == 0))
            {
                svg.Line(x, middle - (room / 2), x, middle + (room / 2), "grid");
            }

            svg.Line(x, bottom, x, bottom + .3, "grid");
            var isFirst = svg.Layout.IsNarrow && tick == 0;
            svg.Text(x, bottom + 1.1, FigureWords.Of(tick, chart.Unit), "soft", isFirst ? Anchor.Start : Anchor.Middle, isFirst ? -.6 : 0);
        }
    }

    private void Figure(Svg svg, BenchmarkRow row, double middle)
    {
        var figure = FigureWords.Of(row.Ours, chart.Unit);
        if (row.Ours.State == FigureState.Shown && row.Interval is { } interval)
        {
            svg.Spans(100, middle, Anchor.End, 0, (figure, "strong"), (FigureWords.Range(interval, chart.Unit), "soft"));
        }
        else if (row.Ours.State != FigureState.Missing || row.Why is null)
        {
            svg.Text(100, middle, figure, row.Ours.State == FigureState.Shown ? "strong" : "soft", Anchor.End);
        }
    }

    private static void Marks(Svg svg, BenchmarkRow row, LinearScale scale, double middle)
    {
        if (row.Interval is { } interval && row.Ours.State == FigureState.Shown)
        {
            svg.Rect(scale.At(interval.Low), middle - .38, scale.At(interval.High) - scale.At(interval.Low), .76, "band", radius: .38);
        }

        if (Why(row, svg.Layout.IsNarrow ? 34 : 22) is { Count: > 0 } why)
        {
            svg.Lines(scale.From, middle, why, "soft halo", dx: svg.Layout.IsNarrow ? -.6 : .5);
            return;
        }

        // The diamond is larger than the dot: both are seen where they meet.
        if (row.Benchmark is { } benchmark)
        {
            svg.Mark(scale.At(benchmark), middle, Mark.Diamond, "fill-2 rim");
        }

        if (At(row.Ours) is { } ours)
        {
            svg.Mark(scale.At(ours), middle, Mark.Dot, row.Ours.State == FigureState.Shown ? "fill-1 rim" : "open-1");
        }
    }
}
