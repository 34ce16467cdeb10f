namespace IncidentReporting.Domain.Statistics;

/// <summary>What a reader sees of a published number. Few may be none.</summary>
public readonly record struct ShownCell(long? Value, CellState State, int? Upper)
{
    /// <summary>The smallest number shown.</summary>
    public const int Threshold = 5;

    /// <summary>The smallest number shown of support and influence.</summary>
    public const int SensitiveThreshold = 10;

    /// <summary>The table may not be opened.</summary>
    public static ShownCell Closed { get; } = new(null, CellState.Closed, null);

    public static ShownCell Of(long published, int threshold) =>
        published >= threshold ? new(published, CellState.Ok, null) : new(null, CellState.Small, threshold - 1);
}
