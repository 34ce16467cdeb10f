using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Obligations;

/// <summary>How far an employer may lengthen a duty that the law sets, as the rule pack of the country says; shortening is always free.</summary>
public static class PolicyLimits
{
    public static IReadOnlyList<PolicyLimit> Sweden { get; } =
    [
        .. RulePacks.Sweden.Rules.Where(rule => rule is { Rule: not null, Limit: not null, ValidTo: null }).Select(rule => new PolicyLimit(
            rule.Rule!, IsoDuration.Parse(rule.Limit!), SnakeCase.Find<RuleCalendar>(rule.Calendar) ?? RuleCalendar.None, rule.LegalReference)),
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
        // A limit of nothing is "on the day asked": any time of that day keeps it.
        var longest = LongestDue.Approximate == TimeSpan.Zero ? TimeSpan.FromDays(1) - TimeSpan.FromTicks(1) : LongestDue.Approximate;
        return !lengthens && clocks.Due.Approximate <= longest;
    }
}
