using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>Which months are the baseline, and which month the chart starts with.</summary>
/// <param name="From">The first month of the baseline.</param>
/// <param name="StartsOn">The month after the baseline.</param>
public readonly record struct ChartWindow(DateOnly From, DateOnly StartsOn)
{
    /// <summary>How far back a chart is drawn when it is made of a long history.</summary>
    private const int MonthsShown = 12;

    /// <summary>Null while there is too little history: a year at least is needed before anything is followed.</summary>
    /// <param name="history">The first whole month with headcount and reporting.</param>
    /// <param name="last">The last whole month.</param>
    public static ChartWindow? Of(DateOnly history, DateOnly last)
    {
        if (Months(history, last) + 1 < WarningMethods.ShortestHistory)
        {
            return null;
        }

        var (earliest, shown) = (history.AddMonths(WarningMethods.ShortestHistory), last.AddMonths(1 - MonthsShown));
        var startsOn = earliest > shown ? earliest : shown;
        var wanted = startsOn.AddMonths(-WarningMethods.BaselineMonths);
        return new(wanted > history ? wanted : history, startsOn);
    }

    public static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
