namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>ln n!, summed for small n and by Stirling's series beyond.</summary>
internal static class LogFactorial
{
    private static readonly double[] Small = Summed(32);

    public static double Of(long n)
    {
        if (n < Small.Length)
        {
            return Small[n];
        }

        double x = n;
        var square = x * x;
        var correction = (1 / 12d - (1 / 360d - (1 / 1260d - 1 / (1680d * square)) / square) / square) / x;
        return (x + .5) * Math.Log(x) - x + .5 * Math.Log(2 * Math.PI) + correction;
    }

    private static double[] Summed(int length)
    {
        var sums = new double[length];
        for (var n = 2; n < length; n++)
        {
            sums[n] = sums[n - 1] + Math.Log(n);
        }

        return sums;
    }
}
