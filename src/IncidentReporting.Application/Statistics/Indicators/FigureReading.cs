using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Application.Statistics.Indicators;

/// <summary>Whether a figure is told.</summary>
public enum IndicatorState
{
    Ok,

    /// <summary>Told only as below 5 per cent.</summary>
    Under,

    /// <summary>Told only as above 95 per cent.</summary>
    Over,

    /// <summary>Fewer than 5 or 10; it may be none.</summary>
    Small,

    /// <summary>Hidden, since it rests on too few.</summary>
    Closed,

    /// <summary>It cannot be counted, or not from this.</summary>
    Unavailable,
}

/// <summary>Why a figure is not told.</summary>
internal sealed record Why(string Code, string Reason);

/// <summary>A figure as it is told, from published numbers only.</summary>
/// <param name="N">What a share is of.</param>
/// <param name="Upper">The most that a small number can be.</param>
/// <param name="Label">A class in words.</param>
internal sealed record FigureReading(
    IndicatorState State, double? Value = null, Interval? Interval = null, double? N = null, int? Upper = null, Why? Why = null, string? Label = null)
{
    private const double PerCent = 100;

    /// <summary>As it was counted, to be compared.</summary>
    public Share? Share { get; private init; }

    /// <summary>The published number and what it is set in proportion to, where it is compared as a rate.</summary>
    public (ShownCell Cell, double Exposure)? Rated { get; init; }

    public static FigureReading Not(Why why, IndicatorState state = IndicatorState.Unavailable) => new(state, Why: why);

    public static FigureReading OfShare(Share share, double? whole, ShownCell part, Why? closed = null) => share.State switch
    {
        FigureState.Ok => new FigureReading(
            share.Side switch { ShareSide.Under5 => IndicatorState.Under, ShareSide.Over95 => IndicatorState.Over, _ => IndicatorState.Ok },
            share.Percent,
            share.Side == ShareSide.Within ? share.Interval?.Times(PerCent).Rounded(1) : null,
            whole)
        {
            Share = share,
        },
        FigureState.Small => Small(part, whole),
        FigureState.Closed => Not(closed ?? IndicatorTexts.Closed, IndicatorState.Closed),
        FigureState.NoHeadcount => Not(IndicatorTexts.NoHeadcount),
        _ => Not(IndicatorTexts.TooFewInWhole(Shares.SmallestWhole), IndicatorState.Small),
    };

    public static FigureReading OfRate(Rate rate, ShownCell cell, double exposure, Why? closed = null) => rate.State switch
    {
        FigureState.Ok => new FigureReading(IndicatorState.Ok, rate.Per100, rate.Interval, Math.Round(exposure, 1)),
        FigureState.Small => Small(cell, Math.Round(exposure, 1)),
        FigureState.NoHeadcount => Not(IndicatorTexts.NoHeadcount),
        _ => Not(closed ?? IndicatorTexts.Closed, IndicatorState.Closed),
    };

    public static FigureReading OfCount(ShownCell cell, Why? closed = null) => cell.State switch
    {
        CellState.Ok => new FigureReading(IndicatorState.Ok, cell.Value, PublishedIntervals.Pt1.For(cell)?.Rounded(1)),
        CellState.Small => Small(cell, whole: null),
        _ => Not(closed ?? IndicatorTexts.Closed, IndicatorState.Closed),
    };

    public static FigureReading OfClass(FigureState state, int? hours, string label, double together, Why? closed = null) => state switch
    {
        FigureState.Ok => new FigureReading(IndicatorState.Ok, hours, N: together, Label: label),
        FigureState.TooFewTogether => Not(IndicatorTexts.TooFewTogether(ClassedQuantity.Smallest), IndicatorState.Small),
        FigureState.TooManySmall => Not(IndicatorTexts.TooManySmall, IndicatorState.Small),
        _ => Not(closed ?? IndicatorTexts.Closed, IndicatorState.Closed),
    };

    public static FigureReading OfDark(DarkFigure dark) =>
        new(IndicatorState.Ok, Math.Round(dark.Value * PerCent, MidpointRounding.AwayFromZero), dark.Interval.Times(PerCent).Rounded(1));

    private static FigureReading Small(ShownCell cell, double? whole)
    {
        var upper = cell.Upper ?? ShownCell.Threshold - 1;
        return new FigureReading(IndicatorState.Small, N: whole, Upper: upper, Why: IndicatorTexts.Small(upper + 1));
    }
}
