using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Retention;

/// <summary>Where a run stands; stored and sent as lower snake case.</summary>
public enum RetentionRunState
{
    Proposed,
    Released,
    Refused,
    Done,
}

public static class RetentionRunRules
{
    public static readonly Rule AnotherReleases = new("another_releases", "A run is released by somebody else than who proposed it.");
    public static readonly Rule IsProposed = new("run_is_proposed", "A run is released or refused once, while it is proposed.");
    public static readonly Rule PeriodsStand = new("periods_stand", "A run is released while the periods by which it was proposed are in force.");
    public static readonly Rule IsReleased = new("run_is_released", "A run ends after it was released, when nothing of it waits.");
}

/// <summary>A proposal to erase what is due, which another person releases or refuses.</summary>
public sealed class RetentionRun : IVersioned
{
    public const int ReasonLength = 2_000;

    private RetentionRun()
    {
    }

    public Guid Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    /// <summary>The day on which what it erases was due; by the periods in force it was so too.</summary>
    public DateOnly On { get; private init; }

    /// <summary>The version of the employer's periods that was in force at the proposal; 0 for the product's own.</summary>
    public long PolicyNumber { get; private init; }

    public RetentionRunState State { get; private set; }

    public UserId ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    public UserId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public CaseText? Reason { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public long Version { get; private set; }

    public static RetentionRun Propose(EmployerId employer, DateOnly on, long policyNumber, UserId by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        EmployerId = employer,
        On = on,
        PolicyNumber = policyNumber,
        State = RetentionRunState.Proposed,
        ProposedBy = by,
        ProposedAt = now,
    };

    /// <summary>Puts a thing before whoever releases the run, as it is now.</summary>
    public RetentionItem Item(string rule, Guid subject, IncidentId? incident, long version)
    {
        RetentionRunRules.IsProposed.Check(State == RetentionRunState.Proposed);
        return RetentionItem.Of(this, rule, subject, incident, version);
    }

    /// <param name="by">Somebody else than who proposed it.</param>
    /// <param name="policyNumber">The version of the employer's periods that is in force now.</param>
    /// <param name="now">When it is released.</param>
    public void Release(UserId by, long policyNumber, DateTimeOffset now)
    {
        RetentionRunRules.IsProposed.Check(State == RetentionRunState.Proposed);
        RetentionRunRules.AnotherReleases.Check(by != ProposedBy);
        RetentionRunRules.PeriodsStand.Check(policyNumber == PolicyNumber);
        (State, SettledBy, SettledAt) = (RetentionRunState.Released, by, now);
    }

    /// <summary>Also who proposed it may take it back.</summary>
    public void Refuse(CaseText reason, UserId by, DateTimeOffset now)
    {
        RetentionRunRules.IsProposed.Check(State == RetentionRunState.Proposed);
        (State, SettledBy, SettledAt, Reason) = (RetentionRunState.Refused, by, now, reason);
    }

    public void Finish(DateTimeOffset now)
    {
        RetentionRunRules.IsReleased.Check(State == RetentionRunState.Released);
        (State, DoneAt) = (RetentionRunState.Done, now);
    }
}
