using System.Globalization;
using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class BenchmarkDrawing(BenchmarkChart chart) : ChartDrawing
{
    private const double NarrowWhy = 16;
    private const double WideWhy = 10.5;

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
        var labels = chart.Rows.Select(row => Lines.Of(row.Label, layout.IsNarrow ? 10.5 : layout.Width * .36)).ToList();
        var (left, right) = layout.IsNarrow
            ? (layout.Across(.6), 100 - layout.Across(1.6))
            : (layout.Across(Layout.Room(labels.SelectMany(lines => lines)) + 1), 100 - layout.Across(Layout.Room(chart.Rows.Select(Figure)) + 1.2));
        var largest = chart.Rows.Max(row => Math.Max(Math.Max(At(row.Ours) ?? 0, row.Interval?.High ?? 0), row.Benchmark ?? 0));
        var ticks = Ticks.UpTo(largest, layout.IsNarrow ? 4 : 5, chart.Unit);
        var scale = new LinearScale(ticks[^1], left, right);
        var rows = new List<(BenchmarkRow Row, double Middle, double Room)>();
        var top = .3;
        foreach (var (row, lines) in chart.Rows.Zip(labels))
        {
            var label = lines.Count * Svg.LineHeight;
            if (layout.IsNarrow)
            {
                svg.Lines(0, top + (label / 2), lines);
                Figure(svg, row, top + (Svg.LineHeight / 2));
                var why = Why(row, NarrowWhy).Count;
                rows.Add((row, top + label + (why > 1 ? why * Svg.LineHeight / 2 : .8), 1.4));
                top += label + Math.Max(1.6, why * Svg.LineHeight) + .9;
            }
            else
            {
                var room = Math.Max(3, Math.Max(lines.Count, Why(row, WideWhy).Count) * Svg.LineHeight + .6);
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

    private static IReadOnlyList<string> Why(BenchmarkRow row, double most) =>
        At(row.Ours) is null && row.Why is { Length: > 0 } why ? Lines.Of(row.Ours.State == FigureValueState.Missing ? why : $"{Sentence(FigureWords.Of(row.Ours, FigureUnit.Count))} {why}", most) : [];

    private static string Sentence(string words) => $"{char.ToUpper(words[0], CultureInfo.CurrentCulture)}{words[1..]}.";

    // Only beside figures: a line does not run through the words that say why there is none.
    private void Axis(Svg svg, IReadOnlyList<double> ticks, LinearScale scale, List<(BenchmarkRow Row, double Middle, double Room)> rows, double bottom)
    {
        foreach (var tick in ticks)
        {
            var x = scale.At(tick);
            foreach (var (_, middle, room) in rows.Where(row => Why(row.Row, double.MaxValue).Count == 0))
            {
                svg.Line(x, middle - (room / 2), x, middle + (room / 2), "grid");
            }

            svg.Line(x, bottom, x, bottom + .3, "grid");
            var isFirst = svg.Layout.IsNarrow && tick == 0;
            svg.Text(x, bottom + 1.1, FigureWords.Of(tick, chart.Unit), "soft", isFirst ? Anchor.Start : Anchor.Middle, isFirst ? -.6 : 0);
        }
    }

    private string Figure(BenchmarkRow row) => row.Interval is { } interval && row.Ours.State == FigureValueState.Shown
        ? $"{FigureWords.Of(row.Ours, chart.Unit)} {FigureWords.Range(interval, chart.Unit)}"
        : row.Why is null ? FigureWords.Of(row.Ours, chart.Unit) : string.Empty;

    private void Figure(Svg svg, BenchmarkRow row, double middle)
    {
        var figure = FigureWords.Of(row.Ours, chart.Unit);
        if (row.Ours.State == FigureValueState.Shown && row.Interval is { } interval)
        {
            svg.Spans(100, middle, Anchor.End, 0, (figure, "strong"), (FigureWords.Range(interval, chart.Unit), "soft"));
        }
        else if (At(row.Ours) is not null || row.Why is null)
        {
            svg.Text(100, middle, figure, row.Ours.State == FigureValueState.Shown ? "strong" : "soft", Anchor.End);
        }
    }

    private static void Marks(Svg svg, BenchmarkRow row, LinearScale scale, double middle)
    {
        if (row.Interval is { } interval && row.Ours.State == FigureValueState.Shown)
        {
            svg.Rect(scale.At(interval.Low), middle - .38, scale.At(interval.High) - scale.At(interval.Low), .76, "band", radius: .38);
        }

        if (Why(row, svg.Layout.IsNarrow ? NarrowWhy : WideWhy) is { Count: > 0 } why)
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
            svg.Mark(scale.At(ours), middle, Mark.Dot, row.Ours.State == FigureValueState.Shown ? "fill-1 rim" : "open-1");
        }
    }
}
