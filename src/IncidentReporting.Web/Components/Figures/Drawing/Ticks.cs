namespace IncidentReporting.Web.Components.Figures.Drawing;

/// <summary>The marks of an axis from zero: 1, 2 or 5 times a power of ten apart.</summary>
internal static class Ticks
{
    /// <param name="max">The largest value that must have room.</param>
    /// <param name="most">At most so many steps.</param>
    /// <param name="smallestStep">1 where only whole numbers mean something.</param>
    public static IReadOnlyList<double> UpTo(double max, int most, double smallestStep = 0)
    {
        var step = Math.Max(Step(Math.Max(max, 0), most), smallestStep);
        var steps = Math.Max(1, (int)Math.Ceiling(Math.Round(max / step, 9)));
        return [.. Enumerable.Range(0, steps + 1).Select(number => Math.Round(number * step, 9))];
    }

    public static IReadOnlyList<double> UpTo(double max, int most, FigureUnit unit) =>
        UpTo(unit == FigureUnit.Percent ? Math.Min(max, 100) : max, most, unit == FigureUnit.Decimal ? .1 : 1);

    /// <summary>Of so many in a row, each which to name so that at most so many are: months by the quarter or the year, not by five.</summary>
    public static int Stride(int count, int most, int perYear)
    {
        int[] strides = perYear switch { 12 => [1, 2, 3, 6, 12, 24, 36, 60, 120], 4 => [1, 2, 4, 8, 12, 20, 40], _ => [1, 2, 5, 10] };
        return Array.Find(strides, stride => (count + stride - 1) / stride <= most) is > 0 and var stride ? stride : count;
    }

    private static double Step(double max, int most)
    {
        if (max <= 0)
        {
            return 1;
        }

        var rough = max / most;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (Math.Round(rough / power, 9) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }
}
