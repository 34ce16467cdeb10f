using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A unit's number in a year and what was expected of it.</summary>
public readonly record struct FunnelUnit(long Count, double Expected);

/// <summary>A unit in the funnel: the score, divided by the overdispersion where there is any, and the probability the level rests on.</summary>
public sealed record FunnelPoint(FunnelUnit Unit, double Z, double P, WarningLevel Level);

/// <summary>All units of an employer in one funnel.</summary>
/// <param name="Points">In the order given.</param>
/// <param name="Phi">The mean square of the winsorised scores.</param>
/// <param name="Overdispersed">The units differ by more than chance all together, and are judged by their scores.</param>
public sealed record FunnelChart(IReadOnlyList<FunnelPoint> Points, double Phi, bool Overdispersed)
{
    private const double WatchZ = 1.96;
    private const double AlertZ = 3.09;
    private const double Tail = .1;

    /// <summary>Units with something expected of them.</summary>
    public static FunnelChart Of(Funnel funnel, IReadOnlyList<FunnelUnit> units)
    {
        if (units.Count == 0)
        {
            return new([], 1, false);
        }

        double[] scores = [.. units.Select(unit => (unit.Count - unit.Expected) / Math.Sqrt(unit.Expected + funnel.Noise))];
        var phi = Winsorised(scores).Average(z => z * z);
        var over = phi > 1 + 2 * Math.Sqrt(2d / units.Count);
        return new([.. units.Zip(scores, (unit, z) => over ? ByScore(unit, z / Math.Sqrt(phi)) : ByCount(funnel, unit, z))], phi, over);
    }

    private static FunnelPoint ByScore(FunnelUnit unit, double z) => new(unit, z, Normal.Above(z), z switch
    {
        >= AlertZ => WarningLevel.Alert,
        >= WatchZ => WarningLevel.Watch,
        _ => WarningLevel.None,
    });

    private static FunnelPoint ByCount(Funnel funnel, FunnelUnit unit, double z)
    {
        var p = funnel.MidP(unit.Count, unit.Expected);
        return new(unit, z, p, p switch
        {
            <= Funnel.AlertAt => WarningLevel.Alert,
            <= Funnel.WatchAt => WarningLevel.Watch,
            _ => WarningLevel.None,
        });
    }

    private static IEnumerable<double> Winsorised(double[] scores)
    {
        double[] sorted = [.. scores.Order()];
        var (low, high) = (Quantile(sorted, Tail), Quantile(sorted, 1 - Tail));
        return scores.Select(z => Math.Clamp(z, low, high));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
