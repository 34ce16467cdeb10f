namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Whether a derived figure can be given, and if not, why.</summary>
public enum FigureState
{
    Ok,

    /// <summary>The count itself is below the threshold.</summary>
    Small,

    /// <summary>What it is taken of is too small.</summary>
    TooFewInDenominator,

    /// <summary>The classes hold too few together.</summary>
    TooFewTogether,

    /// <summary>More than one class is below the threshold.</summary>
    TooManySmall,

    /// <summary>No headcount is known.</summary>
    NoHeadcount,

    /// <summary>A table it rests on may not be opened.</summary>
    Closed,
}
