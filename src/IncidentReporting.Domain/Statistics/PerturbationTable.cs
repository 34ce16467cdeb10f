namespace IncidentReporting.Domain.Statistics;

/// <summary>
/// A cell key perturbation table as data (Thompson, Broadfoot and Elazar 2013): one row for each true count from 0, the last ones serving all larger counts.
/// </summary>
public sealed class PerturbationTable : IPerturbationTable
{
    private readonly PerturbationStep[][] rows;
    private readonly int cycle;

    /// <param name="id">Stored with each release.</param>
    /// <param name="slots">What each row's slots sum to.</param>
    /// <param name="rows">Row n is for the count n; changes ascend within a row.</param>
    /// <param name="cycle">How many of the last rows the larger counts go round in.</param>
    public PerturbationTable(string id, int slots, IReadOnlyList<IReadOnlyList<PerturbationStep>> rows, int cycle = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slots);
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cycle);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cycle, rows.Count);
        this.rows = [.. rows.Select((row, count) => Checked(row, count, slots))];
        this.cycle = cycle;
        Id = id;
        Slots = slots;
    }

    public string Id { get; }

    public int Slots { get; }

    public int Rows => rows.Length;

    /// <summary>The largest change upwards, and downwards, in any row.</summary>
    public int MaxChange => rows.Max(row => row.Max(step => Math.Abs(step.Change)));

    public IReadOnlyList<PerturbationStep> RowFor(long count) => rows[RowNumber(count)];

    public int ChangeAt(long count, int slot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slot, Slots);
        var reached = 0;
        foreach (var step in rows[RowNumber(count)])
        {
            reached += step.Slots;
            if (reached > slot)
            {
                return step.Change;
            }
        }

        throw new InvalidOperationException("A row ended before its slots did.");
    }

    private int RowNumber(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var last = rows.Length - 1;
        return count <= last ? (int)count : last - cycle + 1 + (int)((count - last - 1) % cycle);
    }

    private static PerturbationStep[] Checked(IReadOnlyList<PerturbationStep> row, int count, int slots)
    {
        var ascending = row.Zip(row.Skip(1)).All(pair => pair.First.Change < pair.Second.Change);
        if (!ascending || row.Any(step => step.Slots <= 0 || count + step.Change < 0) || row.Sum(step => (long)step.Slots) != slots)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {count} must hold ascending changes, none below zero, of {slots} slots together."), nameof(row));
        }

        return [.. row];
    }
}
