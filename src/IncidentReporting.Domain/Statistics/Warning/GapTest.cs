using IncidentReporting.Domain.Statistics.Distributions;

namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>An event of a chart of days between rare events.</summary>
/// <param name="On">Its day.</param>
/// <param name="Days">Days since the event before it; none for the first.</param>
/// <param name="DaysOfFour">Days that the last four events took, from the event before them; none for the first four.</param>
/// <param name="P">The probability of as many events in that time.</param>
public sealed record GapPoint(DateOnly On, int? Days, int? DaysOfFour, double? P)
{
    public WarningLevel Level => P <= GapTest.WatchAt ? WarningLevel.Watch : WarningLevel.None;
}

/// <summary>Whether rare events have come closer together than their rate gives reason for.</summary>
public static class GapTest
{
    public const double WatchAt = .005;

    private const int Events = 4;
    private const double DaysOfAMonth = 30.4375;

    /// <summary>The events' days, oldest first, and how many are expected in a month.</summary>
    public static IReadOnlyList<GapPoint> Chart(IReadOnlyList<DateOnly> days, double expected)
    {
        int? Since(int index, int back) => index < back ? null : days[index].DayNumber - days[index - back].DayNumber;
        return [.. days.Select((day, i) => new GapPoint(day, Since(i, 1), Since(i, Events), Since(i, Events) is { } four ? P(four, expected) : null))];
    }

    /// <summary>The probability of four events or more in so many days.</summary>
    public static double P(int days, double expected) => Poisson.Above(Events - 1, expected * days / DaysOfAMonth);
}
