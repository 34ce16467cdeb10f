using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Why a unit is not followed; sent as lower snake case.</summary>
public enum TooLittle
{
    /// <summary>There are no headcounts, or they are too old.</summary>
    NoHeadcounts,

    /// <summary>Fewer than twelve whole months.</summary>
    ShortHistory,

    /// <summary>Begun anew after a change, and not yet a year.</summary>
    Restarted,

    /// <summary>Nothing has happened at the employer to compare with.</summary>
    NoEvents,
}

/// <summary>From when a unit can be followed.</summary>
/// <param name="From">The first whole month with headcount and reporting; null without any.</param>
internal readonly record struct SignalHistory(DateOnly? From, ChartWindow? Window, TooLittle? Why)
{
    // Older headcounts than this say too little of how many there are today.
    private const int StaffLasts = 12;

    /// <param name="firstEvent">The month of the employer's first event, which may not be whole.</param>
    public static SignalHistory Of(UnitSeries series, WarningChart? chart, DateOnly? firstEvent, DateOnly last)
    {
        if (series.FirstTold is not { } told || ChartWindow.Months(series.LastTold!.Value, last) > StaffLasts)
        {
            return new(null, null, TooLittle.NoHeadcounts);
        }

        if (firstEvent is not { } first)
        {
            return new(null, null, TooLittle.NoEvents);
        }

        var from = new[] { told, first.AddMonths(1), chart?.NotBefore ?? told }.Max();
        var window = ChartWindow.Of(from, last);
        return new(from, window, window is null ? chart?.NotBefore == from ? TooLittle.Restarted : TooLittle.ShortHistory : null);
    }

    /// <summary>The first month in which there can be a chart.</summary>
    public DateOnly? ReadyOn => From?.AddMonths(WarningMethods.ShortestHistory);
}
