using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>How cells come to be shown, as the attacker knows it: by the published table, or for comparison without noise.</summary>
internal sealed class Noise(bool isPlain)
{
    public const int Most = 160;

    public bool IsPlain => isPlain;

    public double Variance => isPlain ? 1e-3 : PerturbationTables.Variance;

    /// <summary>How likely the count is to be shown so.</summary>
    public double Of(Published shown, int count)
    {
        if (isPlain)
        {
            return shown.Value is { } value ? (count == value ? 1 : 0) : count <= shown.Upper ? 1 : 0;
        }

        var likely = 0.0;
        foreach (var step in PerturbationTables.Pt1.RowFor(count))
        {
            var published = count + step.Change;
            if (shown.Value is { } value ? published == value : published <= shown.Upper)
            {
                likely += (double)step.Slots / PerturbationTables.Pt1.Slots;
            }
        }

        return likely;
    }

    /// <summary>The smallest and the largest count that can be shown so.</summary>
    public (int Low, int High) Range(Published shown)
    {
        var around = shown.Value ?? shown.Upper;
        var possible = Enumerable.Range(Math.Max(0, shown.Value is null ? 0 : around - 6), 13 + (shown.Value is null ? around : 0)).Where(count => Of(shown, count) > 0).ToList();
        return (possible[0], possible[^1]);
    }

    /// <summary>A count with that mean and variance: negative binomial where it is spread, else a cut normal.</summary>
    public static double[] Spread(double mean, double variance)
    {
        var likely = new double[Most];
        mean = Math.Max(mean, 0.02);
        if (variance > mean * 1.001)
        {
            var size = mean * mean / (variance - mean);
            var share = mean / variance;
            likely[0] = Math.Pow(share, size);
            for (var count = 1; count < Most; count++)
            {
                likely[count] = likely[count - 1] * (count - 1 + size) / count * (1 - share);
            }
        }
        else
        {
            for (var count = 0; count < Most; count++)
            {
                likely[count] = Math.Exp(-(count - mean) * (count - mean) / (2 * Math.Max(variance, 1e-4)));
            }
        }

        return Normalised(likely);
    }

    public static double[] Normalised(double[] likely)
    {
        var sum = likely.Sum();
        return sum > 0 ? [.. likely.Select(one => one / sum)] : [.. likely.Select(_ => 1.0 / likely.Length)];
    }
}
