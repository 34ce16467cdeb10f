namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>The class that holds the middle, and the one within which nine in ten lie; classes are numbered from 0.</summary>
public sealed record ClassedQuantity(FigureState State, int? Median, int? NineInTen)
{
    /// <summary>What the classes must hold together.</summary>
    public const int Smallest = 30;

    /// <summary>From published classes in ascending order.</summary>
    public static ClassedQuantity Of(IReadOnlyList<ShownCell> classes)
    {
        if (classes.Count == 0 || classes.Any(cell => cell.State == CellState.Closed))
        {
            return None(FigureState.Closed);
        }

        if (classes.Count(cell => cell.State == CellState.Small) > 1)
        {
            return None(FigureState.TooManySmall);
        }

        // A small class is counted as the middle of what it may be.
        long[] counts = [.. classes.Select(cell => cell.Value ?? cell.Upper.GetValueOrDefault() / 2)];
        return counts.Sum() < Smallest ? None(FigureState.TooFewTogether) : new(FigureState.Ok, Holding(counts, 5), Holding(counts, 9));
    }

    private static int Holding(long[] counts, int tenths)
    {
        var (total, reached) = (counts.Sum(), 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            reached += counts[i];
            if (reached * 10 >= total * tenths)
            {
                return i;
            }
        }

        return counts.Length - 1;
    }

    private static ClassedQuantity None(FigureState state) => new(state, null, null);
}
