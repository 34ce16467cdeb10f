namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>A field with an upright axis from zero: figures to its left, lines across it, names under it.</summary>
internal sealed class Plot
{
    private readonly Svg _svg;
    private readonly IReadOnlyList<(double Value, string Text)> _ticks;

    /// <param name="max">The largest value that must have room.</param>
    /// <param name="right">Em kept free to the right.</param>
    public Plot(Svg svg, double top, double height, double max, FigureUnit unit, double right, int mostTicks = 5)
    {
        _svg = svg;
        Top = top;
        Bottom = top + height;
        var ticks = Ticks.UpTo(max, mostTicks, unit);
        var written = unit == FigureUnit.Decimal && ticks.All(double.IsInteger) ? FigureUnit.Count : unit;
        _ticks = [.. ticks.Select(tick => (tick, FigureWords.Of(tick, written)))];
        Left = svg.Layout.Across(Layout.Room(_ticks.Select(tick => tick.Text)) + .7);
        Right = 100 - svg.Layout.Across(right);
        Y = new LinearScale(_ticks[^1].Value, Bottom, Top);
    }

    public double Top { get; }

    public double Bottom { get; }

    public double Left { get; private set; }

    public double Right { get; }

    public LinearScale Y { get; }

    /// <summary>So that fields under each other begin at the same place.</summary>
    public void Align(Plot other) => Left = other.Left = Math.Max(Left, other.Left);

    public BandScale Bands(int count) => new(count, Left, Right);

    public void Grid()
    {
        foreach (var (value, text) in _ticks)
        {
            var y = Y.At(value);
            _svg.Line(Left, y, Right, y, value == 0 ? "axis" : "grid");
            _svg.Text(Left, y, text, "soft", Anchor.End, -.6);
        }
    }

    /// <summary>As many of the names as have room, from the first on.</summary>
    public void Names(IReadOnlyList<string> names, int perYear)
    {
        var bands = Bands(names.Count);
        var half = _svg.Layout.Across(Layout.Room(names) / 2);
        var room = (Right - Left) / ((half * 2) + _svg.Layout.Across(.6));
        var stride = Ticks.Stride(names.Count, Math.Max(1, (int)room), perYear);
        for (var index = 0; index < names.Count; index += stride)
        {
            var x = bands.Centre(index);
            _svg.Line(x, Bottom, x, Bottom + .3, "axis");
            var (at, anchor) = x < half ? (0, Anchor.Start) : x + half > 100 ? (100, Anchor.End) : (x, Anchor.Middle);
            _svg.Text(at, Bottom + 1.15, names[index], "soft", anchor);
        }
    }
}
