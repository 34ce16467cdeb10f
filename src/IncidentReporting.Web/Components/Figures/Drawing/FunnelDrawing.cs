using System.Globalization;
using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class FunnelDrawing(FunnelPlot chart) : ChartDrawing
{
    private static readonly Dictionary<SignalLevel, (Mark Mark, string Style)> Shapes = new()
    {
        [SignalLevel.None] = (Mark.Dot, "fill-1 rim"),
        [SignalLevel.Watch] = (Mark.Triangle, "fill-2 rim"),
        [SignalLevel.Alert] = (Mark.Diamond, "fill-2 rim"),
    };

    public override bool IsEmpty => chart.Units.Count == 0;

    public override IReadOnlyList<ChartKey> Keys() =>
    [
        Key(SignalLevel.None),
        Key(SignalLevel.Watch),
        Key(SignalLevel.Alert),
        ChartKey.Line("limit", T("funnel.watch")),
        ChartKey.Line("limit alert", T("funnel.alert")),
        ChartKey.Line("centre", T("funnel.as_expected")),
        .. Small() is { State: FigureValueState.Small } small ? (ChartKey[])[ChartKey.Of(Mark.Dot, "open-1", FigureWords.Of(small, FigureUnit.Count))] : [],
    ];

    public override void Draw(Svg svg)
    {
        var ticks = Ticks.UpTo(chart.Units.Max(unit => unit.Expected), svg.Layout.IsNarrow ? 5 : 7, FigureUnit.Count);
        var limits = chart.Limits.Where(limit => limit.Expected < ticks[^1]).ToList();
        var largest = chart.Units.Select(unit => unit.Observed.Value ?? 0).Concat(limits.Select(limit => limit.Alert)).Append(ticks[^1]).Max();
        var plot = new Plot(svg, 1.9, svg.Layout.IsNarrow ? 16 : 18, largest, FigureUnit.Count, right: 1);
        svg.Height = plot.Bottom + 3.2;
        svg.Text(0, .6, T("observed"), "soft");
        plot.Grid();
        var across = new LinearScale(ticks[^1], plot.Left, plot.Right);
        foreach (var tick in ticks)
        {
            svg.Line(across.At(tick), plot.Bottom, across.At(tick), plot.Bottom + .3, "axis");
            svg.Text(across.At(tick), plot.Bottom + 1.15, FigureWords.Of(tick, FigureUnit.Count), "soft", Anchor.Middle);
        }

        svg.Text(plot.Right, plot.Bottom + 2.5, T("expected"), "soft", Anchor.End);
        svg.Strokes([[(across.At(0), plot.Y.At(0)), (across.At(ticks[^1]), plot.Y.At(ticks[^1]))]], "centre");
        svg.Strokes([Steps(limit => limit.Watch)], "limit");
        svg.Strokes([Steps(limit => limit.Alert)], "limit alert");
        Units(svg, plot, across);

        // Drawn half a count below, so that what reaches the limit stands over the line.
        List<(double X, double Y)> Steps(Func<FunnelLimit, double> of) =>
        [
            .. limits.SelectMany((limit, index) => ((double X, double Y)[])
            [
                (across.At(limit.Expected), plot.Y.At(of(limit) - .5)),
                (across.At(index + 1 < limits.Count ? limits[index + 1].Expected : ticks[^1]), plot.Y.At(of(limit) - .5)),
            ]),
        ];
    }

    public override string Summary()
    {
        var over = chart.Units.Where(unit => unit.Level != SignalLevel.None).Select(unit => $"{unit.Name} {Words(unit)}, {Level(unit.Level)}").ToList();
        return over.Count == 0
            ? T("summary.funnel", chart.Units.Count)
            : T("summary.funnel.over", chart.Units.Count, string.Join("; ", over));
    }

    public override FigureTable Table() => new(
        chart.Words.Question,
        chart.UnitsHead,
        [new FigureColumn(T("expected"), FigureUnit.Decimal), new FigureColumn(T("observed")), new FigureColumn(T("funnel.watch")), new FigureColumn(T("funnel.alert")), new FigureColumn(T("signal"))],
        [.. chart.Units.Select((unit, index) => new FigureRow(
            $"{Number(index)}. {unit.Name}",
            [unit.Expected, unit.Observed, .. Limits(unit), unit.Level == SignalLevel.None ? T("signal.none") : Level(unit.Level)]))]);

    private static ChartKey Key(SignalLevel level) => ChartKey.Of(Shapes[level].Mark, Shapes[level].Style, level == SignalLevel.None ? T("funnel.within") : Level(level));

    private static string Level(SignalLevel level) => T(level == SignalLevel.Alert ? "signal.alert" : "signal.watch");

    private static string Words(FunnelMark unit) => FigureWords.Of(unit.Observed, FigureUnit.Count);

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private FigureValue Small() => chart.Units.Select(unit => unit.Observed).FirstOrDefault(value => value.State == FigureValueState.Small);

    private FigureCell[] Limits(FunnelMark unit)
    {
        var limit = chart.Limits.LastOrDefault(limit => limit.Expected <= unit.Expected) ?? (chart.Limits.Count > 0 ? chart.Limits[0] : null);
        return limit is null ? [FigureValue.Missing, FigureValue.Missing] : [limit.Watch, limit.Alert];
    }

    private void Units(Svg svg, Plot plot, LinearScale across)
    {
        var placed = new Labels(svg.Layout);
        var points = new List<(int Index, double X, double Y)>();
        for (var index = 0; index < chart.Units.Count; index++)
        {
            var unit = chart.Units[index];
            if (unit.Observed.State is FigureValueState.Shown or FigureValueState.Small)
            {
                points.Add((index, across.At(unit.Expected), plot.Y.At(unit.Observed.Value ?? 0)));
                placed.Take(points[^1].X, points[^1].Y);
            }
        }

        foreach (var (index, x, y) in points)
        {
            var (mark, style) = Shapes[chart.Units[index].Level];
            svg.Mark(x, y, mark, chart.Units[index].Observed.State == FigureValueState.Small ? "open-1" : style);
        }

        foreach (var (index, x, y) in points)
        {
            var number = Number(index);
            var (dx, dy) = placed.Place(x, y, number.Length);
            svg.Text(x, y + dy, number, "strong halo", Anchor.Middle, dx);
        }
    }
}
