using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Tests.Statistics.Warning;

/// <summary>The mean months until a cumulative sum reaches its limit, from the Markov chain of its values (Brook and Evans 1972).</summary>
internal static class RunLength
{
    /// <param name="mean">Events a month.</param>
    /// <param name="reference">Taken off each month, in steps of <paramref name="step"/>.</param>
    /// <param name="limit">Signals from here.</param>
    /// <param name="step">What all values are a multiple of.</param>
    /// <param name="start">The value of the sum at the start.</param>
    public static double Of(double mean, double reference, double limit, double step, double start = 0) =>
        Months(mean, reference, limit, step)[(int)Math.Round(start / step)];

    private static double[] Months(double mean, double reference, double limit, double step)
    {
        var size = (int)Math.Round(limit / step);
        var (back, event1) = ((int)Math.Round(reference / step), (int)Math.Round(1 / step));
        var rows = new double[size][];
        for (var from = 0; from < size; from++)
        {
            rows[from] = new double[size + 1];
            rows[from][from] = rows[from][size] = 1;
            for (var events = 0; from + events * event1 - back < size; events++)
            {
                rows[from][Math.Max(0, from + events * event1 - back)] -= Poisson.At(events, mean);
            }
        }

        return Solved(rows);
    }

    private static double[] Solved(double[][] rows)
    {
        var size = rows.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = rows[row][pivot] / rows[pivot][pivot];
                for (var column = pivot; factor != 0 && column <= size; column++)
                {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var sum = rows[row][size];
            for (var column = row + 1; column < size; column++)
            {
                sum -= rows[row][column] * solution[column];
            }

            solution[row] = sum / rows[row][row];
        }

        return solution;
    }
}
