namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Shares of published numbers: Wilson's interval with the size that the noise leaves.</summary>
public static class Shares
{
    /// <summary>The smallest whole that a share is given of.</summary>
    public const int SmallestWhole = 20;

    public static Share OfCell(ShownCell part, ShownCell whole) => whole switch
    {
        { State: CellState.Closed } => Share.None(FigureState.Closed),
        { Value: { } value } => Of(part, value, Denominator.OwnCell),
        _ => Of(part, 0, Denominator.OwnCell),
    };

    public static Share OfHeadcount(ShownCell part, double headcount) =>
        headcount <= 0 && part.State != CellState.Closed ? Share.None(FigureState.NoHeadcount) : Of(part, headcount, Denominator.Headcount);

    /// <summary>The part's share of itself and <paramref name="rest"/> together.</summary>
    public static Share OfParts(ShownCell part, ShownCell rest) => (part, rest) switch
    {
        (_, { State: CellState.Closed }) => Share.None(FigureState.Closed),
        ({ Value: { } value }, { Value: { } other }) => Of(part, value + other, Denominator.Parts),
        ({ State: CellState.Small }, { Value: >= SmallestWhole }) => Share.None(FigureState.Small),
        _ => Of(part, 0, Denominator.Parts),
    };

    private static Share Of(ShownCell part, double whole, Denominator denominator)
    {
        if (part.State == CellState.Closed)
        {
            return Share.None(FigureState.Closed);
        }

        if (whole < SmallestWhole)
        {
            return Share.None(FigureState.TooFewInDenominator);
        }

        if (part.Value is not { } value)
        {
            return Share.None(FigureState.Small);
        }

        var share = Math.Min(value, whole) / whole;
        var size = EffectiveSize.Of(share, whole, denominator);
        return new(FigureState.Ok, share, size, Wilson.Of(share, size));
    }
}
