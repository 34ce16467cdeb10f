namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Rates from published numbers; the headcount is public.</summary>
public static class Rates
{
    private const int Decimals = 1;

    /// <param name="cell">What happened in the period.</param>
    /// <param name="headcount">The average headcount of the period.</param>
    /// <param name="years">The period's length: 1, 0.25 or 1/12.</param>
    public static Rate Of(ShownCell cell, double headcount, double years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        if (cell.State == CellState.Closed)
        {
            return Rate.None(FigureState.Closed);
        }

        if (headcount <= 0)
        {
            return Rate.None(FigureState.NoHeadcount);
        }

        var scale = 100 / (headcount * years);
        var interval = PublishedIntervals.Pt1.For(cell)?.Times(scale).Rounded(Decimals);
        return cell.Value is { } value
            ? new(FigureState.Ok, Math.Round(value * scale, Decimals, MidpointRounding.AwayFromZero), interval)
            : Rate.None(FigureState.Small, interval);
    }
}
