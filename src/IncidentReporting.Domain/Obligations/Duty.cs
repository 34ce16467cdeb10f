using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Obligations;

/// <summary>A duty as its rule finds it in the facts, before policy and calendar give it times.</summary>
internal sealed record Duty(string Rule, string Key, DateTimeOffset ClockStart, Party Responsible)
{
    /// <summary>The rule's clocks where this duty's differ from the policy's.</summary>
    public RulePolicy? Clocks { get; init; }

    /// <summary>The clock starts on a date, not at a time: due by the end of the day that the days lead to.</summary>
    public bool ByDate { get; init; }

    public Guid? About { get; init; }

    public UserId? Owner { get; init; }

    public bool IsInformation { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }
}
