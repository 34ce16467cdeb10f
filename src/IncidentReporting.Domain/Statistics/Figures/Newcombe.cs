namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>The interval of the difference of two shares, from the interval of each (Newcombe 1998, method 10).</summary>
public static class Newcombe
{
    public static Interval Difference(double first, Interval ofFirst, double second, Interval ofSecond)
    {
        var difference = first - second;
        return new(
            difference - Length(first - ofFirst.Lower, ofSecond.Upper - second),
            difference + Length(ofFirst.Upper - first, second - ofSecond.Lower));
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);
}
