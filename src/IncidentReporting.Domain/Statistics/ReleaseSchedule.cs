namespace IncidentReporting.Domain.Statistics;

/// <summary>How final a frozen month is. A corrected one needs two persons and a reason.</summary>
public enum ReleaseStage
{
    Preliminary = 1,
    Final = 2,
}

/// <summary>When months are frozen: preliminary on the last day of the month after, final with their whole year on 31 March of the next.</summary>
public static class ReleaseSchedule
{
    private const int FinalMonth = 3;
    private const int FinalDay = 31;

    /// <summary>The first day on which the month may be frozen preliminarily.</summary>
    public static DateOnly PreliminaryOn(StatPeriod month) => month.Next().LastDay;

    public static DateOnly FinalOn(int year) => new(year + 1, FinalMonth, FinalDay);

    /// <summary>The persons of a year are frozen on 31 January, when its last month is.</summary>
    public static DateOnly PersonsOn(int year) => PreliminaryOn(StatPeriod.OfMonth(year, 12));

    /// <summary>What stage the month should have reached by the day; null when it is not to be frozen yet.</summary>
    public static ReleaseStage? StageOf(StatPeriod month, DateOnly today) =>
        today >= FinalOn(month.Year) ? ReleaseStage.Final
        : today >= PreliminaryOn(month) ? ReleaseStage.Preliminary
        : null;
}
