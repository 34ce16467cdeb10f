namespace IncidentReporting.Domain.Statistics.Distributions;

/// <summary>Sums the terms of a tail from its largest, until they no longer count.</summary>
internal static class Tail
{
    private const double Negligible = 1e-18;

    /// <param name="first">The term at <paramref name="from"/>.</param>
    /// <param name="from">Where the tail starts.</param>
    /// <param name="to">Its last term, included.</param>
    /// <param name="ratio">The next term, further out, divided by the term at hand; below one.</param>
    public static double Sum(double first, long from, long to, Func<long, double> ratio)
    {
        var step = Math.Sign(to - from);
        var sum = first;
        var term = first;
        for (var k = from; k != to && term > sum * Negligible; k += step)
        {
            term *= ratio(k);
            sum += term;
        }

        return sum;
    }
}
