namespace IncidentReporting.Application.Statistics.Releases;

/// <summary>Freezes what is due, builds sums anew and compares them with the cases. Each does nothing twice and may run on several instances at once.</summary>
public interface IStatisticsUpkeep
{
    /// <summary>Freezes every month and year that is due and not yet frozen. Refuses with <see cref="StatisticsBlockedException"/> while the last comparison found a mismatch.</summary>
    /// <returns>How many months were frozen.</returns>
    Task<int> FreezeDueAsync(IProgress<string>? progress, CancellationToken cancellationToken);

    /// <summary>Throws the sums away and builds them from the frozen facts: the same numbers, bit by bit.</summary>
    /// <returns>How many months were built.</returns>
    Task<int> RebuildAsync(IProgress<string>? progress, CancellationToken cancellationToken);

    /// <summary>Compares incidents with facts, and frozen facts with their releases and totals, and keeps the outcome.</summary>
    Task<Reconciliation> ReconcileAsync(CancellationToken cancellationToken);

    /// <summary>When it was last compared and how it went; null when never.</summary>
    Task<Reconciliation?> LastReconciliationAsync(CancellationToken cancellationToken);
}

/// <summary>The outcome of a comparison.</summary>
/// <param name="Compared">How many sums were compared.</param>
/// <param name="Mismatches">Which did not agree, such as <c>facts 2025 EMPLOYER-ID</c>; no personal data.</param>
public sealed record Reconciliation(DateTimeOffset At, int Compared, IReadOnlyList<string> Mismatches);

/// <summary>Nothing is frozen while incidents, facts and releases do not agree.</summary>
public sealed class StatisticsBlockedException() : Exception("The last comparison of the statistics found a mismatch; run reconcile-statistics and mend it first.");
