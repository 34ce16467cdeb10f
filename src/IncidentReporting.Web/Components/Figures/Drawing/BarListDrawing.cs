using static IncidentReporting.Web.Components.Figures.FigureTexts;

namespace IncidentReporting.Web.Components.Figures.Drawing;

internal sealed class BarListDrawing(BarList chart) : ChartDrawing
{
    private const double Bar = 1.6;
    private const double NarrowBar = 1.25;

    private readonly bool _hasIntervals = chart.Bars.Any(bar => bar.Interval is not null);

    public override bool IsEmpty => chart.Bars.Count == 0;

    public override IReadOnlyList<ChartKey> Keys() => _hasIntervals ? [ChartKey.Line("whisker", T("uncertainty"))] : [];

    public override void Draw(Svg svg)
    {
        var layout = svg.Layout;
        var labels = chart.Bars.Select(bar => Lines.Of(bar.Label, layout.IsNarrow ? 16 : layout.Width * .38)).ToList();
        var left = layout.IsNarrow ? 0 : layout.Across(Layout.Room(labels.SelectMany(lines => lines)) + .8);
        var right = 100 - layout.Across(Layout.Room(chart.Bars.Where(bar => bar.Value.State == FigureValueState.Shown).Select(Words)) + .9);
        var most = chart.Bars.Max(bar => Math.Max(bar.Value.Value ?? bar.Value.Limit ?? 0, bar.Interval?.High ?? 0));
        var scale = new LinearScale(most > 0 ? most : 1, left, right);
        var top = .2;
        foreach (var (bar, lines) in chart.Bars.Zip(labels))
        {
            var label = lines.Count * Svg.LineHeight;
            if (layout.IsNarrow)
            {
                svg.Lines(0, top + (label / 2), lines);
                Draw(svg, bar, scale, top + label + .1, NarrowBar);
                top += label + NarrowBar + 1;
            }
            else
            {
                var room = Math.Max(Bar + 1.3, label + .8);
                svg.Lines(left, top + (room / 2), lines, anchor: Anchor.End, dx: -.8);
                Draw(svg, bar, scale, top + ((room - Bar) / 2), Bar);
                top += room;
            }
        }

        svg.Height = layout.IsNarrow ? top - .6 : top + .2;
    }

    public override string Summary() => T("summary.bars", string.Join(", ", chart.Bars.Select(bar => $"{bar.Label} {Words(bar)}")));

    public override FigureTable Table() => new(
        chart.Words.Question,
        chart.RowsHead,
        [new FigureColumn(chart.ValueHead, chart.Unit), .. _hasIntervals ? (FigureColumn[])[new FigureColumn(T("uncertainty"), chart.Unit)] : []],
        [.. chart.Bars.Select(bar => new FigureRow(bar.Label, [bar.Value, .. _hasIntervals ? (FigureCell[])[FigureCell.Of(bar.Interval)] : []]))]);

    private void Draw(Svg svg, Bar bar, LinearScale scale, double top, double height)
    {
        var middle = top + (height / 2);
        svg.Line(scale.From, top - .25, scale.From, top + height + .25, "axis");
        var end = scale.From;
        if (bar.Value.State is FigureValueState.Shown or FigureValueState.Under or FigureValueState.Over)
        {
            end = scale.At(bar.Value.Value ?? bar.Value.Limit!.Value);
            svg.Rect(scale.From, top, end - scale.From, height, bar.Value.State == FigureValueState.Shown ? "fill-1" : "open-1", radius: .2);
        }

        if (bar.Interval is { } interval && bar.Value.State == FigureValueState.Shown)
        {
            var (low, high) = (scale.At(interval.Low), scale.At(interval.High));
            foreach (var style in (string[])["whisker halo", "whisker"])
            {
                svg.Line(low, middle, high, middle, style);
                svg.Line(low, middle - .35, low, middle + .35, style);
                svg.Line(high, middle - .35, high, middle + .35, style);
            }

            end = Math.Max(end, high);
        }

        svg.Text(end, middle, Words(bar), bar.Value.State == FigureValueState.Shown ? "strong" : "soft", dx: .6);
    }

    private string Words(Bar bar) => FigureWords.Of(bar.Value, chart.Unit);
}
