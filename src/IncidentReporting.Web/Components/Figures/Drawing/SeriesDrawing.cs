using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class SeriesDrawing(SeriesChart chart) : ChartDrawing
{
    private const double MostName = 8.5;

    private static readonly Mark[] Shapes = [Mark.Dot, Mark.Square];

    private readonly bool _hasSmall = chart.Series.Any(series => series.Values.Any(value => value.State == FigureValueState.Small));
    private readonly bool _hasSignals = chart.Series.Any(series => series.Signals.Count > 0);

    public override bool IsEmpty => chart.Periods.Count == 0 || chart.Series.All(series => series.Values.All(value => value.State is FigureValueState.Missing));

    public override IReadOnlyList<ChartKey> Keys() =>
    [
        .. chart.Series.Count == 1 && chart.Limits is null ? [] : chart.Series.Select((series, index) => ChartKey.Line(Line(index), Shapes[index], Fill(index), series.Name)),
        .. chart.Limits is null ? (ChartKey[])[] : [ChartKey.Line("limit", T("limits")), ChartKey.Line("centre", T("centre"))],
        .. chart.Series.Any(series => series.Intervals is not null) ? (ChartKey[])[ChartKey.Line("whisker", T("uncertainty"))] : [],
        .. _hasSmall ? (ChartKey[])[ChartKey.Of(Mark.Dot, "open-1", SmallWords())] : [],
        .. _hasSignals ? (ChartKey[])[ChartKey.Of(Mark.Ring, "ring", T("signal.outside"))] : [],
    ];

    public override void Draw(Svg svg)
    {
        var narrow = svg.Layout.IsNarrow;
        var names = !narrow && chart.Series.Count > 1;
        var right = 1.3 + Layout.Room(chart.Series.SelectMany(series => (string[])[LastWords(series) ?? string.Empty, .. names ? Drawing.Lines.Of(series.Name, MostName) : []]));
        var plot = new Plot(svg, .8, narrow ? 11 : 14, Largest(), chart.Unit, right);
        svg.Height = plot.Bottom + 2;
        plot.Grid();
        plot.Names(chart.Periods, chart.PerYear);
        var bands = plot.Bands(chart.Periods.Count);
        Limits(svg, plot, bands);
        for (var index = chart.Series.Count - 1; index >= 0; index--)
        {
            Draw(svg, plot, bands, index, isMarked: chart.Periods.Count <= (narrow ? 16 : 40));
        }

        Ends(svg, plot, bands, names);
    }

    public override string Summary() => string.Join(' ', chart.Series.Select(Summary));

    public override FigureTable Table()
    {
        var columns = new List<FigureColumn>();
        foreach (var series in chart.Series)
        {
            columns.Add(new FigureColumn(series.Name, chart.Unit));
            if (series.Intervals is not null)
            {
                columns.Add(new FigureColumn(T("uncertainty"), chart.Unit));
            }
        }

        if (chart.Limits is not null)
        {
            columns.AddRange([new FigureColumn(T("limit.lower"), FigureUnit.Decimal), new FigureColumn(T("centre"), FigureUnit.Decimal), new FigureColumn(T("limit.upper"), FigureUnit.Decimal)]);
        }

        if (_hasSignals)
        {
            columns.Add(new FigureColumn(T("signal")));
        }

        return new FigureTable(chart.Words.Question, chart.PeriodsHead, columns, [.. chart.Periods.Select((period, at) => new FigureRow(period, [.. Cells(at)]))]);
    }

    private static string Line(int series) => series == 0 ? "line-1" : "line-2";

    private static string Fill(int series) => series == 0 ? "fill-1 rim" : "fill-2 rim";

    private IEnumerable<FigureCell> Cells(int at)
    {
        foreach (var series in chart.Series)
        {
            yield return series.Values[at];
            if (series.Intervals is { } intervals)
            {
                yield return FigureCell.Of(intervals[at]);
            }
        }

        if (chart.Limits is { } limits)
        {
            yield return limits.Lower[at];
            yield return limits.Centre;
            yield return limits.Upper[at];
        }

        if (_hasSignals)
        {
            yield return chart.Series.Any(series => series.Signals.Contains(at)) ? T("signal.outside") : T("signal.none");
        }
    }

    private string SmallWords() => FigureWords.Of(chart.Series.SelectMany(series => series.Values).First(value => value.State == FigureValueState.Small), chart.Unit);

    private double Largest() => chart.Series
        .SelectMany(series => series.Values.Select(value => At(value) ?? 0).Concat(series.Intervals?.Select(interval => interval?.High ?? 0) ?? []))
        .Concat(chart.Limits?.Upper ?? []).DefaultIfEmpty(0).Max();

    private static double? At(FigureValue value) => value.Value ?? value.Limit;

    private static int Last(Series series) => series.Values.ToList().FindLastIndex(value => At(value) is not null);

    private string? LastWords(Series series) => Last(series) is >= 0 and var last ? FigureWords.Of(series.Values[last], chart.Unit) : null;

    private string Summary(Series series)
    {
        var shown = chart.Periods.Zip(series.Values).Where(point => point.Second.Value is not null).ToList();
        if (shown.Count == 0)
        {
            return T("summary.series.hidden", series.Name);
        }

        return T(
            "summary.series",
            series.Name,
            shown[0].First,
            FigureWords.Of(shown[0].Second, chart.Unit),
            shown[^1].First,
            FigureWords.Of(shown[^1].Second, chart.Unit),
            FigureWords.Of(shown.Min(point => point.Second.Value!.Value), chart.Unit),
            FigureWords.Of(shown.Max(point => point.Second.Value!.Value), chart.Unit));
    }

    private void Limits(Svg svg, Plot plot, BandScale bands)
    {
        if (chart.Limits is not { } limits)
        {
            return;
        }

        svg.Strokes([Steps(limits.Upper), Steps(limits.Lower)], "limit");
        svg.Line(plot.Left, plot.Y.At(limits.Centre), plot.Right, plot.Y.At(limits.Centre), "centre");

        List<(double X, double Y)> Steps(IReadOnlyList<double> values) =>
            [.. values.SelectMany((value, at) => ((double X, double Y)[])[(bands.Start(at), plot.Y.At(value)), (bands.Start(at + 1), plot.Y.At(value))])];
    }

    private void Draw(Svg svg, Plot plot, BandScale bands, int index, bool isMarked)
    {
        var series = chart.Series[index];
        var strokes = new List<List<(double X, double Y)>> { new() };
        for (var at = 0; at < series.Values.Count; at++)
        {
            if (At(series.Values[at]) is { } value)
            {
                strokes[^1].Add((bands.Centre(at), plot.Y.At(value)));
            }
            else if (strokes[^1].Count > 0)
            {
                strokes.Add([]);
            }
        }

        Intervals(svg, plot, bands, series);
        svg.Strokes(strokes.Where(stroke => stroke.Count > 1), Line(index));
        for (var at = 0; at < series.Values.Count; at++)
        {
            Point(svg, plot, bands.Centre(at), series, index, at, isMarked);
        }
    }

    private static void Intervals(Svg svg, Plot plot, BandScale bands, Series series)
    {
        for (var at = 0; at < series.Values.Count; at++)
        {
            if (series.Intervals?[at] is { } interval && series.Values[at].State == FigureValueState.Shown)
            {
                svg.Line(bands.Centre(at), plot.Y.At(interval.Low), bands.Centre(at), plot.Y.At(interval.High), "whisker");
            }
        }
    }

    private static void Point(Svg svg, Plot plot, double x, Series series, int index, int at, bool isMarked)
    {
        var value = series.Values[at];
        if (value.State == FigureValueState.Small)
        {
            svg.Mark(x, plot.Bottom, Shapes[index], index == 0 ? "open-1" : "open-2");
        }

        if (At(value) is not { } shown)
        {
            return;
        }

        var isAlone = (at == 0 || At(series.Values[at - 1]) is null) && (at == series.Values.Count - 1 || At(series.Values[at + 1]) is null);
        if (series.Signals.Contains(at))
        {
            svg.Mark(x, plot.Y.At(shown), Mark.Ring, "ring");
        }

        if (value.State != FigureValueState.Shown)
        {
            svg.Mark(x, plot.Y.At(shown), Shapes[index], index == 0 ? "open-1" : "open-2");
        }
        else if (isMarked || isAlone || at == Last(series) || series.Signals.Contains(at))
        {
            svg.Mark(x, plot.Y.At(shown), Shapes[index], Fill(index));
        }
    }

    // The last figure of each, and whose it is where there is room; pushed apart where they would lie on each other.
    private void Ends(Svg svg, Plot plot, BandScale bands, bool hasNames)
    {
        var ends = new List<(double X, double Y, string Figure, IReadOnlyList<string> Name, double Aside)>();
        foreach (var series in chart.Series.Where(series => LastWords(series) is not null))
        {
            var last = Last(series);
            ends.Add((bands.Centre(last), plot.Y.At(At(series.Values[last])!.Value), LastWords(series)!, hasNames ? Drawing.Lines.Of(series.Name, MostName) : [], series.Signals.Contains(last) ? 1.1 : .7));
        }

        if (ends is [var one, var other])
        {
            var needed = (2 + one.Name.Count + other.Name.Count) * Svg.LineHeight / 2;
            var missing = needed - Math.Abs(one.Y - other.Y);
            if (missing > 0)
            {
                var up = one.Y <= other.Y ? -missing / 2 : missing / 2;
                var down = Math.Min(0, plot.Bottom - Math.Max(one.Y + up, other.Y - up));
                ends[0] = one with { Y = one.Y + up + down };
                ends[1] = other with { Y = other.Y - up + down };
            }
        }

        foreach (var (x, y, figure, name, aside) in ends)
        {
            var top = y - (name.Count * Svg.LineHeight / 2);
            svg.Text(x, top, figure, "strong halo", dx: aside);
            for (var line = 0; line < name.Count; line++)
            {
                svg.Text(x, top + ((line + 1) * Svg.LineHeight), name[line], "soft", dx: aside);
            }
        }
    }
}
