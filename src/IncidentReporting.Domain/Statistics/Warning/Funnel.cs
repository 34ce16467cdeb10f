using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>The smallest numbers that are a watch and an alert, given what was expected.</summary>
public readonly record struct FunnelLimits(long Watch, long Alert);

/// <summary>Whether a unit's number in a year is higher than its exposure gives reason for (Spiegelhalter 2005), with limits that are exact for small numbers.</summary>
public sealed class Funnel
{
    public const double WatchAt = .025;
    public const double AlertAt = .001;

    private readonly Func<long, double, double> midP;

    private Funnel(Func<long, double, double> midP, double noise)
    {
        this.midP = midP;
        Noise = noise;
    }

    /// <summary>For exact counts.</summary>
    public static Funnel Exact { get; } = new((count, expected) => Poisson.Above(count, expected) + Poisson.At(count, expected) / 2, 0);

    /// <summary>For published counts: the same with their noise.</summary>
    public static Funnel Published { get; } = OfPublished(new(PerturbationTables.Pt1));

    internal double Noise { get; }

    /// <summary>The upper mid-p of a number.</summary>
    public double MidP(long count, double expected) => midP(count, expected);

    public FunnelLimits Limits(double expected) => new(First(expected, WatchAt), First(expected, AlertAt));

    private long First(double expected, double level)
    {
        var (low, high) = (0L, 1L);
        while (midP(high, expected) > level)
        {
            (low, high) = (high, high * 2);
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = midP(middle, expected) > level ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Funnel OfPublished(PublishedCount distribution) =>
        new((count, expected) => distribution.Above(count, expected) + distribution.At(count, expected) / 2, PerturbationTables.Variance);
}
