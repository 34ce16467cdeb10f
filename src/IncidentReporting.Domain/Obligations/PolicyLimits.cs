namespace IncidentReporting.Domain.Obligations;

/// <summary>How far an employer may lengthen a duty that the law sets; shortening is always free.</summary>
public static class PolicyLimits
{
    /// <summary>The limits that hold in Sweden. "Without delay" and "at once" are read as the practice of the authorities reads them.</summary>
    public static IReadOnlyList<PolicyLimit> Sweden { get; } =
    [
        new("R3", IsoDuration.Hours(24), RuleCalendar.None, "Arbetsmiljölagen 3 kap. 3 a §"),
        new("R6", IsoDuration.Days(1), RuleCalendar.WorkingDays, "Socialförsäkringsbalken 42 kap. 10 §"),
        new("R23", IsoDuration.Zero, RuleCalendar.None, "Arbetsmiljölagen 6 kap. 6 a §"),
    ];

    /// <summary>The limits that these clocks go beyond.</summary>
    public static IEnumerable<PolicyLimit> BrokenBy(RulePolicy clocks) =>
        Sweden.Where(limit => limit.Rule == clocks.Rule && !limit.Holds(clocks));
}

public sealed record PolicyLimit(string Rule, IsoDuration LongestDue, RuleCalendar Calendar, string LegalReference)
{
    internal bool Holds(RulePolicy clocks)
    {
        // Counting in working days lengthens; where the law does not count so, the policy may not either.
        var lengthens = clocks.Calendar is RuleCalendar.WorkingDays && Calendar is not RuleCalendar.WorkingDays && clocks.Due.CalendarDays > 0;
        return !lengthens && clocks.Due.Approximate <= LongestDue.Approximate;
    }
}
