namespace IncidentReporting.Domain.Statistics.Distributions;

internal static class Solve
{
    /// <summary>The mean from 0 upwards where a probability that rises with it reaches <paramref name="level"/>, by bisection.</summary>
    public static double Rising(Func<double, double> probability, double level, double guess)
    {
        var low = 0d;
        var high = Math.Max(guess, 1);
        while (probability(high) < level)
        {
            (low, high) = (high, high * 2);
        }

        for (var round = 0; round < 100 && high - low > 1e-12 * high; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = probability(middle) < level ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
