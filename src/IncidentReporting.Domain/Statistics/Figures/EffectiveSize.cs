namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>How many answers without noise tell as much as a share of published numbers does.</summary>
internal static class EffectiveSize
{
    public static double Of(double share, double whole, Denominator denominator)
    {
        // All of the whole is taken as half a record from all, else nothing would be known.
        var p = Math.Min(share, 1 - .5 / whole);
        var q = 1 - p;
        return whole * p * q / (p * q + PerturbationTables.Variance * Weight(p, q, denominator) / whole);
    }

    private static double Weight(double p, double q, Denominator denominator) => denominator switch
    {
        Denominator.OwnCell => 1 + p * p,
        Denominator.Headcount => 1,
        Denominator.Parts => p * p + q * q,
        _ => throw new ArgumentOutOfRangeException(nameof(denominator)),
    };
}
