namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>How much more than Poisson's the months vary, over all units of an employer; at least 1.</summary>
public static class Overdispersion
{
    /// <summary>Up to here it is taken as chance.</summary>
    public const double Tolerated = 1.3;

    /// <summary>Each unit's counts by month over the baseline; units without events tell nothing of it.</summary>
    public static double Of(IEnumerable<IReadOnlyList<long>> units)
    {
        var (sum, freedom) = (0d, 0);
        foreach (var months in units.Where(months => months.Count > 1 && months.Any(count => count > 0)))
        {
            var mean = months.Average();
            sum += months.Sum(count => (count - mean) * (count - mean)) / mean;
            freedom += months.Count - 1;
        }

        return freedom == 0 ? 1 : Math.Max(1, sum / freedom);
    }
}
