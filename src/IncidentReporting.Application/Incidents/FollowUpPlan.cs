using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;

namespace IncidentReporting.Application.Incidents;

/// <summary>The follow-ups that the system makes, at the times of the policy of the day.</summary>
internal static class FollowUpPlan
{
    private static readonly (string Rule, int Day)[] OfEveryCase =
        [("R9", FollowUpDays.First), ("R11", FollowUpDays.Second), ("R12", FollowUpDays.Third)];

    private static readonly (string Rule, int Day)[] OfGraveCases = [("R13", FollowUpDays.FirstLong), ("R13", FollowUpDays.SecondLong)];

    public static IReadOnlyList<PlannedFollowUp> Of(FollowUpPolicy policy, DateTimeOffset submittedAt, WorkCalendar calendar) =>
        Plan(OfEveryCase, policy, submittedAt, calendar);

    public static IReadOnlyList<PlannedFollowUp> Long(FollowUpPolicy policy, DateTimeOffset submittedAt, WorkCalendar calendar) =>
        Plan(OfGraveCases, policy, submittedAt, calendar);

    private static IReadOnlyList<PlannedFollowUp> Plan(
        IEnumerable<(string Rule, int Day)> days, FollowUpPolicy policy, DateTimeOffset submittedAt, WorkCalendar calendar) =>
        [.. days.Select(day => new PlannedFollowUp(day.Rule, day.Day, policy.FollowUpDueAt(day.Rule, day.Day, submittedAt, calendar)))];
}
