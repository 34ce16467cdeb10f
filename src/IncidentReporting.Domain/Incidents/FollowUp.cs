using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A planned talk with the exposed person, made by the system at submission (D10, D35, D90) or where the case is grave (D180, D365).</summary>
public sealed class FollowUp
{
    private FollowUp()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>R9, R11, R12 or R13.</summary>
    public string Rule { get; private init; } = string.Empty;

    public int Day { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public DateTimeOffset? HeldAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public UserId? SettledBy { get; private set; }

    public bool Declined { get; private set; }

    public bool? NewRisks { get; private set; }

    public CaseText? Summary { get; private set; }

    internal static FollowUp Schedule(PlannedFollowUp planned, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        Rule = planned.Rule,
        Day = planned.Day,
        DueAt = planned.DueAt,
    };

    internal void Settle(DateTimeOffset? heldAt, CaseText? summary, bool? newRisks, bool declined, Actor by)
    {
        IncidentRules.FollowUpOnce.Check(SettledAt is null);
        HeldAt = declined ? heldAt : heldAt ?? by.Now;
        Summary = summary;
        NewRisks = newRisks;
        Declined = declined;
        SettledAt = by.Now;
        SettledBy = by.Id;
    }
}

/// <summary>A follow-up with its time, as the policy of the day sets it.</summary>
public sealed record PlannedFollowUp(string Rule, int Day, DateTimeOffset DueAt);
