namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>Finds a free place for a number beside its mark; reckons with the least width, where it is tightest.</summary>
internal sealed class Labels(Layout layout)
{
    private const double Reach = .95;

    private static readonly (double X, double Y)[] Places = [(1, -.45), (1, .45), (0, -1.05), (0, 1.05), (-1, -.45), (-1, .45), (1.5, 0), (-1.5, 0), (1.2, -1.2), (-1.2, -1.2), (1.2, 1.2), (-1.2, 1.2)];

    private readonly List<(double X, double Y)> _marks = [];
    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>A mark stands here.</summary>
    public void Take(double x, double y)
    {
        _marks.Add((Em(x), y));
        _taken.Add(Box(Em(x), y, .8, .8));
    }

    /// <returns>Em from the mark to the middle of its number.</returns>
    public (double X, double Y) Place(double x, double y, int digits)
    {
        var width = digits * .62;
        var found = Places.Select(place => (X: place.X * (Reach - .3 + (width / 2)), Y: place.Y * Reach)).Select(place => (place.X, place.Y, Cost: Overlap(Box(Em(x) + place.X, y + place.Y, width, .8)) + Doubt(Em(x), y, Em(x) + place.X, y + place.Y))).MinBy(place => place.Cost);
        _taken.Add(Box(Em(x) + found.X, y + found.Y, width, .8));
        return (found.X, found.Y);
    }

    private static (double Left, double Top, double Right, double Bottom) Box(double x, double y, double width, double height) => (x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

    private double Em(double across) => across / 100 * layout.Width;

    // A number nearer to another mark than to its own would be taken for that one's.
    private double Doubt(double ownX, double ownY, double x, double y) =>
        _marks.Where(mark => mark != (ownX, ownY)).Sum(mark => Math.Max(0, 1.3 - Math.Sqrt(Math.Pow(mark.X - x, 2) + Math.Pow(mark.Y - y, 2)))) * .5;

    private double Overlap((double Left, double Top, double Right, double Bottom) box) => _taken.Sum(other =>
        Math.Max(0, Math.Min(box.Right, other.Right) - Math.Max(box.Left, other.Left)) * Math.Max(0, Math.Min(box.Bottom, other.Bottom) - Math.Max(box.Top, other.Top)));
}
