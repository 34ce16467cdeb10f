using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A u′-chart for ten events a month and more: limits widened by how much the base months vary beyond Poisson (Laney 2002).</summary>
/// <param name="Mean">Events per person-month over the base.</param>
/// <param name="Sigma">How much wider than Poisson's the limits are; at least 1.</param>
/// <param name="Points">All months, the base first.</param>
public sealed record LaneyChart(double Mean, double Sigma, IReadOnlyList<LaneyPoint> Points)
{
    public const int ShortestBase = 11;

    // The mean range of two normal values, d2.
    private const double RangeOfTwo = 1.128;

    /// <summary>How probable so high a rate or a higher is in the month, by chance.</summary>
    public double Above(LaneyPoint point) => Normal.Above(3 * (point.Rate - Mean) / (point.Upper - Mean));

    public static LaneyChart? OfExact(IReadOnlyList<Observed> basis, IReadOnlyList<Observed> later) => Of(basis, later, 0);

    public static LaneyChart? OfPublished(IReadOnlyList<Observed> basis, IReadOnlyList<Observed> later) => Of(basis, later, PerturbationTables.Variance);

    private static LaneyChart? Of(IReadOnlyList<Observed> basis, IReadOnlyList<Observed> later, double noise)
    {
        if (basis.Count < ShortestBase || basis.Concat(later).Any(month => month.Exposure <= 0) || basis.Sum(month => month.Events) == 0)
        {
            return null;
        }

        var mean = basis.Sum(month => month.Events) / basis.Sum(month => month.Exposure);
        double Deviation(Observed month) => Math.Sqrt(mean / month.Exposure + noise / (month.Exposure * month.Exposure));
        double[] scores = [.. basis.Select(month => (month.Events / month.Exposure - mean) / Deviation(month))];
        var sigma = Math.Max(1, scores.Zip(scores.Skip(1), (a, b) => Math.Abs(b - a)).Average() / RangeOfTwo);

        var points = new List<LaneyPoint>();
        var (side, inARow) = (0, 0);
        foreach (var month in basis.Concat(later))
        {
            var now = Math.Sign(month.Events / month.Exposure - mean);
            (side, inARow) = now == 0 ? (0, 0) : (now, now == side ? inARow + 1 : 1);
            var half = 3 * sigma * Deviation(month);
            points.Add(new(month, Math.Max(0, mean - half), mean + half, inARow));
        }

        return new(mean, sigma, points);
    }
}
