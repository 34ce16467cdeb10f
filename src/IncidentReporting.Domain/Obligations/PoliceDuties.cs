using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Domain.Obligations;

/// <summary>What follows from the police report and its answers: R14-R16 and R25.</summary>
internal static class PoliceDuties
{
    private const int ReviewAfterDays = 30;

    public static IEnumerable<Duty> Of(CaseFacts facts, FollowUpPolicy policy, WorkCalendar calendar)
    {
        var events = Events(facts);
        for (var i = 0; i < events.Count; i++)
        {
            var entry = events[i];
            var next = i + 1 < events.Count ? events[i + 1] : null;
            var duty = entry.Status switch
            {
                PoliceStatus.NotOpened or PoliceStatus.Discontinued or PoliceStatus.NoProsecution => ReviewInformation(entry, next),
                PoliceStatus.TrialScheduled => Trial(entry, next, policy["R16"], calendar),
                PoliceStatus.DecidedNot => ReviewOfDecision(entry, next, calendar),
                _ => null,
            };
            if (duty is not null)
            {
                yield return duty;
            }

            if (IsWaiting(entry.Status))
            {
                yield return StatusCheck(entry, next, policy["R14"]);
            }
        }
    }

    /// <summary>Events that stand, as they were recorded, without the undecided start.</summary>
    public static IReadOnlyList<PoliceFact> Events(CaseFacts facts) => [.. facts.Police.Where(e => e.Status is not PoliceStatus.Undecided)];

    public static DateTimeOffset? ReportedAt(CaseFacts facts) =>
        facts.Police.Where(e => e.Status > PoliceStatus.DecidedNot).Select(e => (DateTimeOffset?)e.RecordedAt).FirstOrDefault();

    public static bool IsOpen(CaseFacts facts) => facts.Police.Count > 0 && IsWaiting(facts.Police[^1].Status);

    private static bool IsWaiting(PoliceStatus status) => status
        is PoliceStatus.Reported or PoliceStatus.UnknownAfterCheck or PoliceStatus.Opened or PoliceStatus.ReviewRequested or PoliceStatus.PenaltyOrder
        or PoliceStatus.Charged or PoliceStatus.TrialScheduled or PoliceStatus.Convicted or PoliceStatus.Acquitted or PoliceStatus.Appealed;

    // Any news is a check made and starts the next wait.
    private static Duty StatusCheck(PoliceFact entry, PoliceFact? next, RulePolicy clocks)
    {
        var unanswered = entry.Status is PoliceStatus.Reported or PoliceStatus.UnknownAfterCheck;
        var every = unanswered ? clocks.Due : clocks.RepeatEvery ?? clocks.Due;
        return new Duty("R14", $"R14:{entry.Id}", entry.RecordedAt, Party.Manager)
        {
            Clocks = unanswered
                ? clocks with { RepeatEvery = every }
                : clocks with { Due = every, RemindAt = [every], RepeatEvery = every, EscalateAt = clocks.EscalateAt is null ? null : every.Times(2) },
            About = entry.Id,
            DoneAt = next?.RecordedAt,
        };
    }

    private static Duty ReviewInformation(PoliceFact entry, PoliceFact? next) =>
        new("R15", $"R15:{entry.Id}", entry.RecordedAt, Party.Exposed) { IsInformation = true, About = entry.Id, CancelledAt = next?.RecordedAt };

    private static Duty Trial(PoliceFact entry, PoliceFact? next, RulePolicy clocks, WorkCalendar calendar)
    {
        // A new date replaces the old; a judgment may come the same day and takes nothing from the days after it.
        var moved = next is { Status: PoliceStatus.TrialScheduled } ? next.RecordedAt : (DateTimeOffset?)null;
        if (entry.TrialOn is { } trialOn)
        {
            return new Duty("R16", $"R16:{entry.Id}", calendar.StartOf(trialOn), Party.Manager)
            {
                ByDate = true,
                IsInformation = true,
                About = entry.Id,
                CancelledAt = moved,
            };
        }

        var atOnce = clocks with
        {
            RemindAt = [IsoDuration.Zero],
            AlsoRemind = [.. clocks.AlsoRemind.Select(a => a with { At = IsoDuration.Zero }).Distinct()],
        };
        return new Duty("R16", $"R16:{entry.Id}", entry.RecordedAt, Party.Manager) { Clocks = atOnce, IsInformation = true, About = entry.Id, CancelledAt = moved };
    }

    private static Duty ReviewOfDecision(PoliceFact entry, PoliceFact? next, WorkCalendar calendar)
    {
        var reviewOn = entry.ReviewOn ?? calendar.LocalDate(entry.RecordedAt).AddDays(ReviewAfterDays);
        return new Duty("R25", $"R25:{entry.Id}", calendar.StartOf(reviewOn), Party.Manager) { ByDate = true, About = entry.Id, DoneAt = next?.RecordedAt };
    }
}
