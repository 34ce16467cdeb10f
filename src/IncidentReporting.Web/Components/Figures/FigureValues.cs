using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Figures;

namespace IncidentReporting.Web.Components.Figures;

/// <summary>What the statistics answer, as figures that charts and tables take.</summary>
public static class FigureValues
{
    public static FigureValue Of(ShownCell cell) => cell.State switch
    {
        CellState.Ok => cell.Value!.Value,
        CellState.Small => FigureValue.Small(cell.Upper!.Value),
        _ => FigureValue.Closed,
    };

    /// <summary>In per cent.</summary>
    /// <param name="upper">The largest that its count can be when it is small.</param>
    public static FigureValue Of(Share share, int upper = ShownCell.Threshold - 1) => share.State switch
    {
        FigureState.Ok when share.Side == ShareSide.Under5 => FigureValue.Under(5),
        FigureState.Ok when share.Side == ShareSide.Over95 => FigureValue.Over(95),
        FigureState.Ok => share.Percent!.Value,
        FigureState.Small => FigureValue.Small(upper),
        FigureState.Closed => FigureValue.Closed,
        _ => FigureValue.Missing,
    };

    /// <summary>Per 100 employees and year.</summary>
    public static FigureValue Of(Rate rate) => rate.State switch
    {
        FigureState.Ok => rate.Per100!.Value,
        FigureState.Small => FigureValue.Small(),
        FigureState.Closed => FigureValue.Closed,
        _ => FigureValue.Missing,
    };

    /// <summary>In per cent; none where the share itself is told only as a limit.</summary>
    public static FigureInterval? IntervalOf(Share share) =>
        share is { State: FigureState.Ok, Side: ShareSide.Within, Interval: { } interval } ? new(interval.Lower * 100, interval.Upper * 100) : null;

    public static FigureInterval? IntervalOf(Rate rate) => rate is { State: FigureState.Ok, Interval: { } interval } ? new(interval.Lower, interval.Upper) : null;
}
