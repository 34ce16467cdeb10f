namespace IncidentReporting.Domain.Obligations;

/// <summary>An employer's clocks: when each duty is due and when it is spoken of. A case keeps the policy of its day.</summary>
public sealed class FollowUpPolicy
{
    private readonly Dictionary<string, RulePolicy> _byRule;

    public FollowUpPolicy(IReadOnlyList<RulePolicy> rules, QuietHours? quietHours, TimeOnly digestAt)
    {
        Rules = rules;
        QuietHours = quietHours;
        DigestAt = digestAt;
        _byRule = rules.ToDictionary(r => r.Rule, StringComparer.Ordinal);
    }

    /// <summary>The values of the reference, R1-R26 and R29.</summary>
    public static FollowUpPolicy Default { get; } = new(DefaultRules.All, new QuietHours(new TimeOnly(20, 0), new TimeOnly(6, 0)), new TimeOnly(7, 30));

    public IReadOnlyList<RulePolicy> Rules { get; }

    /// <summary>When no reminder is mailed, in local time; null for never.</summary>
    public QuietHours? QuietHours { get; }

    /// <summary>Local time of a manager's daily digest.</summary>
    public TimeOnly DigestAt { get; }

    /// <summary>The rule's clocks; the default's where the employer has none of its own.</summary>
    public RulePolicy this[string rule] => _byRule.TryGetValue(rule, out var own) ? own : Default._byRule[rule];

    /// <summary>The same policy with this rule's clocks.</summary>
    public FollowUpPolicy With(RulePolicy rule) => new([.. Rules.Where(r => r.Rule != rule.Rule), rule], QuietHours, DigestAt);

    /// <summary>When a follow-up of a case is to be held; <paramref name="day"/> tells the two of R13 apart (180, 365).</summary>
    public DateTimeOffset FollowUpDueAt(string rule, int day, DateTimeOffset submittedAt, WorkCalendar calendar) =>
        this[rule].ForFollowUp(day).DueFrom(submittedAt, calendar);
}

/// <summary>One rule's clocks. All durations count from the rule's clock start; negative ones come before it.</summary>
public sealed record RulePolicy(string Rule, IsoDuration Due, IReadOnlyList<IsoDuration> RemindAt, string Ground)
{
    private static readonly TimeSpan Shortened = TimeSpan.FromHours(1);

    /// <summary>R5: holds instead of <see cref="Due"/> after a direct threat or physical violence, when it is shorter.</summary>
    public IsoDuration? DueSerious { get; init; }

    public IsoDuration? DeputyAt { get; init; }

    public IsoDuration? EscalateAt { get; init; }

    public IReadOnlyList<AlsoRemind> AlsoRemind { get; init; } = [];

    /// <summary>R13: from the first long follow-up to the second. R14: between checks once the case is opened. Else: between further reminders after the last one.</summary>
    public IsoDuration? RepeatEvery { get; init; }

    /// <summary>Mailed at its time to managers too, not gathered in the day's digest.</summary>
    public bool Immediate { get; init; }

    public RuleCalendar Calendar { get; init; }

    /// <summary>
    /// Due time for a clock that starts at <paramref name="start"/>. Same day: the shorter of the duration and the day's end; after a night
    /// 09:00, unless the duration is under an hour. Working days: the duration's days are working days.
    /// </summary>
    public DateTimeOffset DueFrom(DateTimeOffset start, WorkCalendar calendar)
    {
        if (Calendar is not RuleCalendar.SameDay)
        {
            return StepFrom(start, Due, calendar);
        }

        var byDuration = calendar.Add(start, Due);
        var byDay = calendar.SameDay(start);
        var nightHolds = calendar.IsNight(start) && Due.Approximate >= Shortened;
        return nightHolds || byDay < byDuration ? byDay : byDuration;
    }

    public DateTimeOffset StepFrom(DateTimeOffset start, IsoDuration step, WorkCalendar calendar) =>
        Calendar is RuleCalendar.WorkingDays ? calendar.AddWorking(start, step) : calendar.Add(start, step);

    internal RulePolicy ForFollowUp(int day)
    {
        if (day != FollowUpDays.SecondLong || RepeatEvery is not { } further)
        {
            return this;
        }

        return this with
        {
            Due = Due.Plus(further),
            RemindAt = [.. RemindAt.Select(r => r.Plus(further))],
            AlsoRemind = [.. AlsoRemind.Select(a => a with { At = a.At.Plus(further) })],
            DeputyAt = DeputyAt?.Plus(further),
            EscalateAt = EscalateAt?.Plus(further),
        };
    }

    public bool Equals(RulePolicy? other) =>
        other is not null && Rule == other.Rule && Due == other.Due && DueSerious == other.DueSerious && DeputyAt == other.DeputyAt
        && EscalateAt == other.EscalateAt && RepeatEvery == other.RepeatEvery && Immediate == other.Immediate && Calendar == other.Calendar
        && Ground == other.Ground && RemindAt.SequenceEqual(other.RemindAt) && AlsoRemind.SequenceEqual(other.AlsoRemind);

    public override int GetHashCode() => HashCode.Combine(Rule, Due, EscalateAt, RemindAt.Count);
}

/// <summary>A reminder to someone beside the responsible.</summary>
public sealed record AlsoRemind(Party To, IsoDuration At);

/// <summary>Which part of the calendar a due time keeps to; sent as lower snake case.</summary>
public enum RuleCalendar
{
    None,
    SameDay,
    WorkingDays,
}

/// <summary>From one local time to another, over midnight when the second is the earlier.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Holds(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}

/// <summary>The nominal days of the follow-ups; the policy says when each is due.</summary>
public static class FollowUpDays
{
    public const int First = 10;
    public const int Second = 35;
    public const int Third = 90;
    public const int FirstLong = 180;
    public const int SecondLong = 365;
}
