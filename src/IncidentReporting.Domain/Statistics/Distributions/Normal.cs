namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The probability above <paramref name="z"/>: Taylor's series near the middle, the continued fraction of Mills' ratio far out.</summary>
    public static double Above(double z)
    {
        if (z < 0)
        {
            return 1 - Above(-z);
        }

        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return z < 3 ? .5 - density * Series(z) : density / Fraction(z);
    }

    private static double Series(double z)
    {
        var (sum, term) = (z, z);
        for (var odd = 3; term > 1e-17 * sum; odd += 2)
        {
            term *= z * z / odd;
            sum += term;
        }

        return sum;
    }

    private static double Fraction(double z)
    {
        var value = z;
        for (var k = 100; k > 0; k--)
        {
            value = z + k / value;
        }

        return value;
    }
}
