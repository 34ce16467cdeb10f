using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Domain.Obligations;

/// <summary>Which duties stand in a case, until when, and when they are spoken of: a function of the facts, the policy and the calendar, and of nothing else.</summary>
public static class ObligationEngine
{
    // Closing cancels what is left but these.
    private static readonly HashSet<string> OutliveClosing = new(StringComparer.Ordinal) { "R13", "R14", "R15", "R16", "R20", "R21", "R22", "R24", "R25" };

    public static IReadOnlyList<ObligationPlan> Plan(CaseFacts facts, FollowUpPolicy policy, WorkCalendar calendar)
    {
        if (facts.State is IncidentState.Draft)
        {
            return [];
        }

        var planner = new DutyPlanner(policy, calendar);
        var duties = ReportDuties.Of(facts, policy)
            .Concat(SupportDuties.Of(facts, policy))
            .Concat(PoliceDuties.Of(facts, policy, calendar))
            .Concat(PreventionDuties.Of(facts, calendar));
        return
        [
            .. duties.Select(duty => planner.Plan(EndedWithTheCase(duty, facts), facts.SeriousDanger))
                .OrderBy(plan => plan.Rule.Length).ThenBy(plan => plan.Rule, StringComparer.Ordinal).ThenBy(plan => plan.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>R23: a request for measures by a safety representative is answered by the date asked.</summary>
    public static ObligationPlan PlanMeasureRequest(MeasureRequestFacts facts, FollowUpPolicy policy, WorkCalendar calendar) =>
        new DutyPlanner(policy, calendar).Plan(
            new Duty("R23", "R23", calendar.StartOf(facts.AnswerBy), Party.Manager)
            {
                ByDate = true,
                About = facts.Id,
                DoneAt = facts.AnsweredAt,
                CancelledAt = facts.ClosedAt,
            },
            seriousDanger: false);

    /// <summary>R26: a unit's security routine is reviewed every year.</summary>
    public static ObligationPlan PlanUnitRoutine(UnitRoutineFacts facts, FollowUpPolicy policy, WorkCalendar calendar) =>
        new DutyPlanner(policy, calendar).Plan(
            new Duty("R26", "R26", calendar.StartOf(facts.ReviewedOn), Party.Manager) { ByDate = true, CancelledAt = facts.EndedAt },
            seriousDanger: false);

    /// <summary>R29: an early warning is gone through by the manager and the safety representative, each with a duty of their own.</summary>
    public static IReadOnlyList<ObligationPlan> PlanUnitWatch(UnitWatchFacts facts, FollowUpPolicy policy, WorkCalendar calendar)
    {
        var planner = new DutyPlanner(policy, calendar);
        var duty = new Duty("R29", "R29", facts.OpenedAt, Party.Manager) { About = facts.Id, DoneAt = facts.AcknowledgedAt };

        // The employer's own steps, such as the next manager's, are not said twice.
        var clocks = policy["R29"] with { AlsoRemind = [], DeputyAt = null, EscalateAt = null };
        return
        [
            planner.Plan(duty, seriousDanger: false),
            planner.Plan(duty with { Key = "R29:representative", Responsible = Party.SafetyRepresentative, Clocks = clocks }, seriousDanger: false),
        ];
    }

    private static Duty EndedWithTheCase(Duty duty, CaseFacts facts)
    {
        // Withdrawn or not, a stated danger has to be assessed for the authority.
        var dangerRemains = duty.Rule == "R3" && facts is { State: IncidentState.Withdrawn, SeriousDanger: true };
        var end = facts.EndedAt is { } ended && !dangerRemains ? ended
            : facts.ClosedAt is { } closed && !OutliveClosing.Contains(duty.Rule) ? closed
            : (DateTimeOffset?)null;
        return end is null || duty.CancelledAt < end ? duty : duty with { CancelledAt = end };
    }
}

/// <summary>A request for measures (arbetsmiljölagen 6 kap. 6 a §) as its clock needs it.</summary>
public sealed record MeasureRequestFacts(Guid Id, DateTimeOffset RequestedAt, DateOnly AnswerBy, DateTimeOffset? AnsweredAt, DateTimeOffset? ClosedAt);

/// <summary>A unit's security routine: when it was last reviewed, or the day the unit began.</summary>
public sealed record UnitRoutineFacts(DateOnly ReviewedOn, DateTimeOffset? EndedAt);

/// <summary>An early warning as its clock needs it.</summary>
public sealed record UnitWatchFacts(Guid Id, DateTimeOffset OpenedAt, DateTimeOffset? AcknowledgedAt);
