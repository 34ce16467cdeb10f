namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>Which of many tests stand when at most a given share of those that stand may be chance (Benjamini and Hochberg 1995).</summary>
public static class BenjaminiHochberg
{
    /// <summary>For one employer and month.</summary>
    public const double Share = .10;

    /// <summary>For each probability, in the order given, whether it stands.</summary>
    public static IReadOnlyList<bool> Standing(IReadOnlyList<double> probabilities, double share = Share)
    {
        double[] sorted = [.. probabilities.Order()];
        var last = Array.FindLastIndex([.. sorted.Select((p, i) => p <= share * (i + 1) / sorted.Length)], stands => stands);
        return [.. probabilities.Select(p => last >= 0 && p <= sorted[last])];
    }
}
