using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>95 % intervals for the expected number behind an exact count.</summary>
public static class PoissonIntervals
{
    /// <summary>The exact interval (Garwood 1936).</summary>
    public static Interval Exact(long count) => new(
        count == 0 ? 0 : Solve.Rising(mean => Poisson.Above(count - 1, mean), Level, count),
        Solve.Rising(mean => -Poisson.Below(count + 1, mean), -Level, count));

    /// <summary>The mid-p interval, which counts half of the observed number's own probability (Lancaster 1961).</summary>
    public static Interval MidP(long count) => new(
        count == 0 ? 0 : Solve.Rising(mean => Poisson.Above(count, mean) + Poisson.At(count, mean) / 2, Level, count),
        Solve.Rising(mean => -Poisson.Below(count, mean) - Poisson.At(count, mean) / 2, -Level, count));

    internal const double Level = .025;
}
