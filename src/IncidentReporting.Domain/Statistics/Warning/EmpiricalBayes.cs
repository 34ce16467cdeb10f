namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>
/// Rates of an employer's units, each drawn towards their common mean by as much as its own number is uncertain (Marshall 1991).
/// </summary>
/// <param name="Mean">Events per person-month over all units, m.</param>
/// <param name="Spread">The weighted variance between the units as observed, s².</param>
/// <param name="Between">What of it is more than chance and noise, A.</param>
/// <param name="Rates">Events per person-month of each unit, in the order given.</param>
public sealed record EmpiricalBayes(double Mean, double Spread, double Between, IReadOnlyList<double> Rates)
{
    /// <summary>From exact counts; none where nothing was exposed.</summary>
    public static EmpiricalBayes? FromExact(IReadOnlyList<Observed> units) => From(units, 0);

    /// <summary>From published counts, whose noise is taken away from the differences between the units.</summary>
    public static EmpiricalBayes? FromPublished(IReadOnlyList<Observed> units) => From(units, PerturbationTables.Variance);

    private static EmpiricalBayes? From(IReadOnlyList<Observed> all, double noise)
    {
        Observed[] units = [.. all.Where(unit => unit.Exposure > 0)];
        if (units.Length == 0)
        {
            return null;
        }

        var exposure = units.Sum(unit => unit.Exposure);
        var mean = units.Sum(unit => unit.Events) / exposure;
        var spread = units.Sum(unit => unit.Exposure * Square(unit.Events / unit.Exposure - mean)) / exposure;
        var chance = mean * units.Length / exposure + noise * units.Sum(unit => 1 / unit.Exposure) / exposure;
        var between = Math.Max(0, spread - chance);
        return new(mean, spread, between, [.. all.Select(unit => Shrunk(unit, mean, between, noise))]);
    }

    private static double Shrunk(Observed unit, double mean, double between, double noise)
    {
        if (unit.Exposure <= 0 || between <= 0)
        {
            return mean;
        }

        var own = mean / unit.Exposure + noise / Square(unit.Exposure);
        return mean + (unit.Events / unit.Exposure - mean) * between / (between + own);
    }

    private static double Square(double value) => value * value;
}
