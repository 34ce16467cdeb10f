namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>
/// A drawing is as wide as its place and lays itself out in per cent across and in its own letters' height (em) down, so that text is never scaled.
/// </summary>
/// <param name="Width">The least width it is shown at, in em: what room for text is reckoned from.</param>
internal sealed record Layout(string Name, double Width)
{
    // These widths are those that the style changes form at; in the narrowest places it lets the letters shrink to keep 17.
    public static readonly Layout Wide = new("wide", 27);

    public static readonly Layout Narrow = new("narrow", 17);

    /// <summary>Where there is more room than words need.</summary>
    public static readonly Layout Broad = new("broad", 38);

    public bool IsNarrow => this == Narrow;

    /// <summary>Per cent of the width that so many em take at most.</summary>
    public double Across(double em) => em / Width * 100;

    /// <summary>Em that the widest of these takes.</summary>
    public static double Room(IEnumerable<string> texts) => texts.Select(Letters.Width).DefaultIfEmpty(0).Max();
}
