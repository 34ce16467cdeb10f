using System.Collections.Concurrent;
using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>95 % mid-p intervals for the expected number behind a published one, with its noise; computed once for each number.</summary>
public sealed class PublishedIntervals(PerturbationTable table)
{
    private readonly PublishedCount distribution = new(table);
    private readonly ConcurrentDictionary<long, Interval> known = [];
    private readonly ConcurrentDictionary<int, Interval> small = [];

    public static PublishedIntervals Pt1 { get; } = new(PerturbationTables.Pt1);

    public Interval For(long published) => known.GetOrAdd(published, Computed);

    /// <summary>The interval behind "at most <paramref name="upper"/>".</summary>
    public Interval ForAtMost(int upper) => small.GetOrAdd(upper, most => new(0, Solve.Rising(mean => -distribution.Below(most + 1, mean), -PoissonIntervals.Level, most)));

    /// <summary>None when the cell is closed.</summary>
    public Interval? For(ShownCell cell) => cell switch
    {
        { State: CellState.Ok, Value: { } value } => For(value),
        { State: CellState.Small, Upper: { } upper } => ForAtMost(upper),
        _ => null,
    };

    private Interval Computed(long published) => new(
        published == 0 ? 0 : Solve.Rising(mean => distribution.Above(published, mean) + distribution.At(published, mean) / 2, PoissonIntervals.Level, published),
        Solve.Rising(mean => -distribution.Below(published, mean) - distribution.At(published, mean) / 2, -PoissonIntervals.Level, published));
}
