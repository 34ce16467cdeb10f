namespace IncidentReporting.Domain.Obligations;

/// <summary>Gives a duty its due time and steps by policy and calendar.</summary>
internal sealed class DutyPlanner(FollowUpPolicy policy, WorkCalendar calendar)
{
    private const int MostRepeats = 24;

    // Who hears of an escalation beside the next manager.
    private static readonly Dictionary<string, Party[]> AlsoEscalatedTo = new(StringComparer.Ordinal)
    {
        ["R1"] = [Party.SafetyRepresentative],
        ["R3"] = [Party.HeadSafetyRepresentative],
        ["R4"] = [Party.SafetyRepresentative],
        ["R6"] = [Party.Coordinator],
        ["R13"] = [Party.Coordinator],
        ["R14"] = [Party.SafetyRepresentative],
    };

    // The report's own notice (R1) and receipt (R17) are these rules' mails at once.
    private static readonly HashSet<string> SpokenOfAtOnce = new(StringComparer.Ordinal) { "R1", "R17" };

    public ObligationPlan Plan(Duty duty, bool seriousDanger)
    {
        var clocks = duty.Clocks ?? policy[duty.Rule];
        var quiet = seriousDanger && duty.Rule is "R1" or "R3" ? null : policy.QuietHours;
        var steps = Steps(duty, clocks, quiet);
        var due = duty.IsInformation && steps.Count > 0 ? steps[^1].At : DueAt(duty, clocks);

        // Information that has been given in full before the case ended was given, not cancelled.
        var cancelledAt = duty.DoneAt is not null || (duty.IsInformation && duty.CancelledAt >= due) ? null : duty.CancelledAt;
        if ((duty.DoneAt ?? cancelledAt) is { } end)
        {
            steps = [.. steps.Where(s => s.At < end)];
        }

        return new ObligationPlan(
            duty.Key, duty.Rule, duty.About, duty.ClockStart, due, duty.Responsible, duty.Owner, duty.DoneAt, cancelledAt, duty.IsInformation, steps);
    }

    private DateTimeOffset DueAt(Duty duty, RulePolicy clocks)
    {
        var due = clocks.DueFrom(duty.ClockStart, calendar);
        return duty.ByDate && clocks.Due.Elapsed == TimeSpan.Zero ? calendar.EndOf(calendar.LocalDate(due)) : due;
    }

    private List<PlannedStep> Steps(Duty duty, RulePolicy clocks, QuietHours? quiet)
    {
        DateTimeOffset At(IsoDuration step) => clocks.StepFrom(duty.ClockStart, step, calendar);
        var escalation = clocks.EscalateAt is { } escalateAt ? At(escalateAt) : (DateTimeOffset?)null;
        DateTimeOffset NoLater(DateTimeOffset at) => escalation is { } last && at > last ? last : at;

        var kind = duty.IsInformation ? StepKind.Information : StepKind.Reminder;
        var steps = new List<PlannedStep>();
        void Add(string key, DateTimeOffset at, StepKind stepKind, Party to) =>
            steps.Add(new PlannedStep(key, calendar.AfterQuiet(at, quiet), stepKind, to, clocks.Immediate));

        foreach (var (number, remindAt) in clocks.RemindAt.Index())
        {
            if (!(remindAt.IsZero && SpokenOfAtOnce.Contains(duty.Rule)))
            {
                Add($"remind:{number + 1}", NoLater(At(remindAt)), kind, duty.Responsible);
            }
        }

        foreach (var (number, also) in clocks.AlsoRemind.Index())
        {
            Add($"also:{number + 1}", NoLater(At(also.At)), kind, also.To);
        }

        if (clocks.RepeatEvery is { } every && clocks.RemindAt is [.., var last] && !every.IsZero && !every.IsNegative)
        {
            for (var number = 1; number <= MostRepeats; number++)
            {
                Add($"repeat:{number}", At(last.Plus(every.Times(number))), kind, duty.Responsible);
            }
        }

        if (clocks.DeputyAt is { } deputyAt)
        {
            Add("deputy", NoLater(At(deputyAt)), StepKind.Reminder, Party.Deputy);
        }

        if (escalation is { } escalated)
        {
            Add("escalate:next_manager", escalated, StepKind.Escalation, Party.NextManager);
            foreach (var party in AlsoEscalatedTo.GetValueOrDefault(duty.Rule, []))
            {
                Add(party is Party.Coordinator ? "escalate:coordinator" : party is Party.SafetyRepresentative ? "escalate:rep" : "escalate:head_rep", escalated, StepKind.Escalation, party);
            }
        }

        // Quiet hours and the bound of the escalation can bring two reminders to the same moment: one of them is enough.
        return
        [
            .. steps.GroupBy(s => (s.To, s.At, s.Kind)).Select(same => same.Last())
                .OrderBy(s => s.At).ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
    }
}
