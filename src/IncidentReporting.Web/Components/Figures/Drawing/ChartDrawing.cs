namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>What a kind of chart draws, says and shows as a table.</summary>
internal abstract class ChartDrawing
{
    public abstract bool IsEmpty { get; }

    /// <summary>What the marks mean, where that is not said beside them.</summary>
    public virtual IReadOnlyList<ChartKey> Keys() => [];

    public abstract void Draw(Svg svg);

    /// <summary>What it shows, in words.</summary>
    public abstract string Summary();

    /// <summary>Every figure of the chart.</summary>
    public abstract FigureTable Table();
}

/// <param name="Sign">What is drawn, about the middle 0, 0; 14 high and as wide as told.</param>
internal sealed record ChartKey(string Sign, string Text, int Width = 28)
{
    public static ChartKey Of(Mark mark, string cssClass, string text) => new($"<g class=\"{cssClass}\">{Marks.Path(mark)}</g>", text, Width: 14);

    public static ChartKey Line(string cssClass, string text) => new($"<path class=\"{cssClass}\" d=\"M-14 0H14\"/>", text);

    public static ChartKey Line(string cssClass, Mark mark, string markClass, string text) => new($"<path class=\"{cssClass}\" d=\"M-14 0H14\"/><g class=\"{markClass}\">{Marks.Path(mark)}</g>", text);

    public static ChartKey Band(string cssClass, string text) => new($"<rect class=\"{cssClass}\" x=\"-14\" y=\"-4\" width=\"28\" height=\"8\" rx=\"4\"/>", text);
}
