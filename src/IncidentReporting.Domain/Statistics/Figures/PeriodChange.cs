namespace IncidentReporting.Domain.Statistics.Figures;

public enum ChangeDirection
{
    None,
    Up,
    Down,
}

/// <summary>Whether the rate differs between two periods by more than chance and noise would have it.</summary>
public sealed record PeriodChange(FigureState State, double? Z)
{
    private const double Limit = 1.96;

    public ChangeDirection Direction => Z switch
    {
        >= Limit => ChangeDirection.Up,
        <= -Limit => ChangeDirection.Down,
        _ => ChangeDirection.None,
    };

    /// <summary>Published numbers of the later and the earlier period, each with its exposure.</summary>
    public static PeriodChange Between(ShownCell later, double laterExposure, ShownCell earlier, double earlierExposure)
    {
        if (later.State == CellState.Closed || earlier.State == CellState.Closed)
        {
            return new(FigureState.Closed, null);
        }

        if (later.Value is not { } y1 || earlier.Value is not { } y2)
        {
            return new(FigureState.Small, null);
        }

        if (laterExposure <= 0 || earlierExposure <= 0)
        {
            return new(FigureState.NoHeadcount, null);
        }

        var variance = Squared(y1, laterExposure) + Squared(y2, earlierExposure);
        return new(FigureState.Ok, (y1 / laterExposure - y2 / earlierExposure) / Math.Sqrt(variance));
    }

    private static double Squared(long published, double exposure) => (published + PerturbationTables.Variance) / (exposure * exposure);
}
