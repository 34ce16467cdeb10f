using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Writes a drawing: places across in per cent, down in em, numbers the same in every language, colours by class.</summary>
internal sealed class Svg(Layout layout)
{
    public const double LineHeight = 1.3;

    // Half the height of small letters: what puts text in the middle of a line.
    private const double Middle = .35;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _drawn = new();

    public Layout Layout => layout;

    /// <summary>In em.</summary>
    public double Height { get; set; }

    public void Line(double x1, double y1, double x2, double y2, string cssClass) =>
        _drawn.Append(CultureInfo.InvariantCulture, $"<line class=\"{cssClass}\" x1=\"{x1:0.##}%\" y1=\"{y1:0.##}em\" x2=\"{x2:0.##}%\" y2=\"{y2:0.##}em\"/>");

    public void Rect(double x, double y, double width, double height, string cssClass, double radius = 0) =>
        _drawn.Append(CultureInfo.InvariantCulture, $"<rect class=\"{cssClass}\" x=\"{x:0.##}%\" y=\"{y:0.##}em\" width=\"{Math.Max(width, 0):0.##}%\" height=\"{Math.Max(height, 0):0.##}em\" rx=\"{radius:0.##}em\"/>");

    /// <summary>A mark of its own shape, its middle at the place.</summary>
    public void Mark(double x, double y, Mark mark, string cssClass) =>
        _drawn.Append(CultureInfo.InvariantCulture, $"<svg class=\"{cssClass}\" x=\"{x:0.##}%\" y=\"{y:0.##}em\" width=\"1em\" height=\"1em\" viewBox=\"0 0 10 10\" overflow=\"visible\">{Marks.Path(mark)}</svg>");

    /// <param name="dx">Em to the right.</param>
    public void Text(double x, double y, string text, string cssClass = "", Anchor anchor = Anchor.Start, double dx = 0) => Spans(x, y, anchor, dx, (text, cssClass));

    /// <summary>Pieces after each other on one line.</summary>
    public void Spans(double x, double y, Anchor anchor, double dx, params IReadOnlyList<(string Text, string CssClass)> spans)
    {
        _drawn.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}%\" y=\"{y + Middle:0.##}em\"");
        if (dx != 0)
        {
            _drawn.Append(CultureInfo.InvariantCulture, $" dx=\"{dx:0.##}em\"");
        }

        if (anchor != Anchor.Start)
        {
            _drawn.Append(anchor == Anchor.End ? " text-anchor=\"end\"" : " text-anchor=\"middle\"");
        }

        if (spans is [var (only, cssClass)])
        {
            _drawn.Append(cssClass.Length > 0 ? $" class=\"{cssClass}\"" : string.Empty).Append('>').Append(Encoder.Encode(only));
        }
        else
        {
            _drawn.Append('>').AppendJoin(' ', spans.Select(span => span.CssClass.Length > 0 ? $"<tspan class=\"{span.CssClass}\">{Encoder.Encode(span.Text)}</tspan>" : Encoder.Encode(span.Text)));
        }

        _drawn.Append("</text>");
    }

    /// <summary>Lines of text under each other, their middle at the place.</summary>
    public void Lines(double x, double middle, IReadOnlyList<string> lines, string cssClass = "", Anchor anchor = Anchor.Start, double dx = 0)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            Text(x, middle + ((index - ((lines.Count - 1) / 2.0)) * LineHeight), lines[index], cssClass, anchor, dx);
        }
    }

    /// <summary>Lines through points in per cent and em, in one stroke each.</summary>
    public void Strokes(IEnumerable<IReadOnlyList<(double X, double Y)>> strokes, string cssClass)
    {
        var path = new StringBuilder();
        foreach (var stroke in strokes)
        {
            for (var index = 0; index < stroke.Count; index++)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? 'M' : 'L')}{stroke[index].X * 10:0.#} {stroke[index].Y * 10:0.#}");
            }
        }

        // Stretched to the place; the stroke keeps its thickness by the style.
        if (path.Length > 0)
        {
            _drawn.Append(CultureInfo.InvariantCulture, $"<svg width=\"100%\" height=\"{Height:0.##}em\" viewBox=\"0 0 1000 {Height * 10:0.#}\" preserveAspectRatio=\"none\"><path class=\"{cssClass}\" d=\"{path}\"/></svg>");
        }
    }

    public string Draw(string id, string title, string description) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg class=\"{layout.Name}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" width=\"100%\" height=\"{Height:0.##}em\" overflow=\"visible\"><title id=\"{id}-title\">{Encoder.Encode(title)}</title><desc id=\"{id}-desc\">{Encoder.Encode(description)}</desc>{_drawn}</svg>");
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}
