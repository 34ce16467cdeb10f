namespace IncidentReporting.Web.Components.Figures;

public enum FigureValueState
{
    /// <summary>There is no figure: a gap.</summary>
    Missing,

    /// <summary>A figure that may be shown.</summary>
    Shown,

    /// <summary>Too small to be told: "färre än 5".</summary>
    Small,

    /// <summary>Not told at all, since it rests on too few.</summary>
    Closed,

    /// <summary>Told only as below a limit: "under 5 %".</summary>
    Under,

    /// <summary>Told only as above a limit: "över 95 %".</summary>
    Over,
}

/// <summary>A figure as it may be shown. What is hidden has no number here, so that no chart or table can draw it.</summary>
public readonly record struct FigureValue
{
    private FigureValue(FigureValueState state, double? value = null, int? upper = null, double? limit = null)
    {
        State = state;
        Value = value;
        Upper = upper;
        Limit = limit;
    }

    public FigureValueState State { get; }

    /// <summary>Only where the state is Shown.</summary>
    public double? Value { get; }

    /// <summary>The largest number that a small figure can be: 4 or 9.</summary>
    public int? Upper { get; }

    /// <summary>Below or above which the figure is, where only that is told.</summary>
    public double? Limit { get; }

    public static FigureValue Missing => default;

    public static FigureValue Closed => new(FigureValueState.Closed);

    public static FigureValue Of(double value) => new(FigureValueState.Shown, value);

    /// <param name="upper">The largest it can be: 4 reads "färre än 5".</param>
    public static FigureValue Small(int upper = 4) => new(FigureValueState.Small, upper: upper);

    public static FigureValue Under(double limit) => new(FigureValueState.Under, limit: limit);

    public static FigureValue Over(double limit) => new(FigureValueState.Over, limit: limit);

    public static implicit operator FigureValue(double value) => Of(value);
}

/// <summary>What a figure is uncertain within.</summary>
public sealed record FigureInterval(double Low, double High);

/// <summary>How figures are written and how their axis is divided.</summary>
public enum FigureUnit
{
    /// <summary>Whole numbers: 1 234.</summary>
    Count,

    /// <summary>Whole per cent of a value between 0 and 100: 23 %.</summary>
    Percent,

    /// <summary>With one decimal: 7,2.</summary>
    Decimal,
}
