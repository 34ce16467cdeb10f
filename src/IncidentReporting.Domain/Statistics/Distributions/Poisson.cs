namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>The Poisson distribution of a count with a given mean.</summary>
internal static class Poisson
{
    public static double At(long count, double mean) => (count, mean) switch
    {
        ( < 0, _) => 0,
        (0, _) => Math.Exp(-mean),
        (_, <= 0) => 0,
        _ => Math.Exp(count * Math.Log(mean) - mean - LogFactorial.Of(count)),
    };

    public static double Below(long count, double mean)
    {
        if (count <= 0)
        {
            return 0;
        }

        return count > mean ? 1 - Upwards(count, mean) : Tail.Sum(At(count - 1, mean), count - 1, 0, k => k / mean);
    }

    public static double Above(long count, double mean) => count + 1 > mean ? Upwards(count + 1, mean) : 1 - Below(count + 1, mean);

    private static double Upwards(long from, double mean) =>
        mean <= 0 ? 0 : Tail.Sum(At(from, mean), from, long.MaxValue, k => mean / (k + 1));
}
