using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class CusumDrawing(CusumChart chart) : ChartDrawing
{
    private readonly bool _hasExpected = chart.Months.Any(month => month.Expected is not null);

    public override bool IsEmpty => chart.Months.Count == 0;

    public override IReadOnlyList<ChartKey> Keys() =>
    [
        .. _hasExpected ? (ChartKey[])[ChartKey.Line("centre", T("expected"))] : [],
        ChartKey.Line("limit", T("cusum.threshold", Decimal(chart.Threshold))),
        .. chart.Months.Any(month => month.Signal == SignalLevel.Watch) ? (ChartKey[])[ChartKey.Of(Mark.Triangle, "fill-2 rim", T("signal.watch"))] : [],
        .. chart.Months.Any(month => month.Signal == SignalLevel.Alert) ? (ChartKey[])[ChartKey.Of(Mark.Diamond, "fill-2 rim", T("signal.alert"))] : [],
    ];

    public override void Draw(Svg svg)
    {
        var counts = new Plot(svg, 2, 6, chart.Months.Max(month => Math.Max(month.Count, month.Expected ?? 0)), FigureUnit.Count, right: .4, mostTicks: 3);
        var sums = new Plot(svg, counts.Bottom + 3.4, svg.Layout.IsNarrow ? 8 : 9, Math.Max(chart.Threshold, chart.Months.Max(month => month.Sum ?? 0)), FigureUnit.Count, right: .4, mostTicks: 4);
        counts.Align(sums);
        svg.Height = sums.Bottom + 2;
        var bands = counts.Bands(chart.Months.Count);
        svg.Text(0, .6, T("cusum.counts"), "strong");
        counts.Grid();
        Bars(svg, counts, bands);
        svg.Text(0, counts.Bottom + 1.9, T("cusum.sum"), "strong");
        sums.Grid();
        sums.Names([.. chart.Months.Select(month => month.Label)], perYear: 12);
        Sums(svg, sums, bands);
    }

    public override string Summary()
    {
        var signals = chart.Months.Where(month => month.Signal != SignalLevel.None).Select(month => $"{month.Label} {Level(month.Signal)}").ToList();
        return T(
            "summary.cusum",
            chart.Months[0].Label,
            chart.Months[^1].Label,
            chart.Months.Sum(month => month.Count),
            chart.Months.LastOrDefault(month => month.Sum is not null)?.Sum is { } last ? Decimal(last) : T("missing"),
            Decimal(chart.Threshold),
            signals.Count == 0 ? T("summary.no_signal") : string.Join(", ", signals));
    }

    public override FigureTable Table() => new(
        chart.Words.Question,
        T("month"),
        [
            new FigureColumn(T("cusum.count")),
            .. _hasExpected ? (FigureColumn[])[new FigureColumn(T("expected"), FigureUnit.Decimal)] : [],
            new FigureColumn(T("cusum.sum"), FigureUnit.Decimal),
            new FigureColumn(T("cusum.limit"), FigureUnit.Decimal),
            new FigureColumn(T("signal")),
        ],
        [.. chart.Months.Select(month => new FigureRow(
            month.Label,
            [
                month.Count,
                .. _hasExpected ? (FigureCell[])[month.Expected is { } expected ? expected : FigureValue.Missing] : [],
                month.Sum is { } sum ? sum : FigureValue.Missing,
                chart.Threshold,
                month.Signal == SignalLevel.None ? T("signal.none") : Level(month.Signal),
            ]))]);

    private static string Decimal(double value) => FigureWords.Of(value, FigureUnit.Decimal);

    private static string Level(SignalLevel level) => T(level == SignalLevel.Alert ? "signal.alert" : "signal.watch");

    private void Bars(Svg svg, Plot plot, BandScale bands)
    {
        for (var at = 0; at < chart.Months.Count; at++)
        {
            var top = plot.Y.At(chart.Months[at].Count);
            svg.Rect(bands.Start(at) + (bands.Step * .14), top, bands.Step * .72, plot.Bottom - top, "fill-1");
        }

        if (_hasExpected)
        {
            var expected = Runs(month => month.Expected).Select(run => run.SelectMany(point => ((double X, double Y)[])[(bands.Start(point.At), plot.Y.At(point.Value)), (bands.Start(point.At + 1), plot.Y.At(point.Value))]).ToList()).ToList();
            svg.Strokes(expected, "centre halo");
            svg.Strokes(expected, "centre");
        }
    }

    private void Sums(Svg svg, Plot plot, BandScale bands)
    {
        svg.Line(plot.Left, plot.Y.At(chart.Threshold), plot.Right, plot.Y.At(chart.Threshold), "limit");
        svg.Strokes(Runs(month => month.Sum).Where(run => run.Count > 1).Select(run => run.Select(point => (bands.Centre(point.At), plot.Y.At(point.Value))).ToList()), "line-1");
        var isMarked = chart.Months.Count <= (svg.Layout.IsNarrow ? 24 : 40);
        var free = double.NegativeInfinity;
        for (var at = 0; at < chart.Months.Count; at++)
        {
            if (chart.Months[at] is not { Sum: { } sum } month)
            {
                continue;
            }

            var (x, y) = (bands.Centre(at), plot.Y.At(sum));
            if (month.Signal == SignalLevel.None)
            {
                if (isMarked)
                {
                    svg.Mark(x, y, Mark.Dot, "fill-1 rim");
                }

                continue;
            }

            svg.Mark(x, y, month.Signal == SignalLevel.Alert ? Mark.Diamond : Mark.Triangle, "fill-2 rim");
            if (x - free > svg.Layout.Across(4))
            {
                var words = Level(month.Signal);
                var isAtEnd = x + svg.Layout.Across(words.Length * .3) > 100;
                svg.Text(isAtEnd ? 100 : x, y - 1.2, words, "strong halo", isAtEnd ? Anchor.End : Anchor.Middle);
                free = x;
            }
        }
    }

    private IEnumerable<List<(int At, double Value)>> Runs(Func<CusumStep, double?> of)
    {
        var run = new List<(int At, double Value)>();
        for (var at = 0; at < chart.Months.Count; at++)
        {
            if (of(chart.Months[at]) is { } value)
            {
                run.Add((at, value));
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
