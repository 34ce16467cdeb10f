using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Retention;

/// <summary>Where a run stands; stored and sent as lower snake case.</summary>
public enum RetentionRunState
{
    Proposed,
    Released,
    Refused,
    Done,
}

/// <summary>What became of one thing of a run; stored and sent as lower snake case.</summary>
public enum RetentionItemState
{
    Pending,
    Erased,

    /// <summary>Something was added or changed since the run was proposed, so that nobody has judged it as it is.</summary>
    KeptChanged,

    /// <summary>Somebody keeps it from being erased.</summary>
    KeptHeld,
}

public static class RetentionRunRules
{
    public static readonly Rule AnotherReleases = new("another_releases", "A run is released by somebody else than who proposed it.");
    public static readonly Rule IsProposed = new("run_is_proposed", "A run is released or refused once, while it is proposed.");
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

    /// <summary>The day whose rules and due dates it goes by.</summary>
    public DateOnly On { get; private init; }

    /// <summary>The version of the employer's periods; 0 for the product's own.</summary>
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

    public void Release(UserId by, DateTimeOffset now)
    {
        RetentionRunRules.IsProposed.Check(State == RetentionRunState.Proposed);
        RetentionRunRules.AnotherReleases.Check(by != ProposedBy);
        (State, SettledBy, SettledAt) = (RetentionRunState.Released, by, now);
    }

    /// <summary>Also who proposed it may take it back.</summary>
    public void Refuse(CaseText reason, UserId by, DateTimeOffset now)
    {
        RetentionRunRules.IsProposed.Check(State == RetentionRunState.Proposed);
        (State, SettledBy, SettledAt, Reason) = (RetentionRunState.Refused, by, now, reason);
    }

    public void Finish(DateTimeOffset now) => (State, DoneAt) = (RetentionRunState.Done, now);
}

/// <summary>One thing that a run is to erase, as it was when the run was proposed.</summary>
public sealed class RetentionItem
{
    private RetentionItem()
    {
    }

    public Guid Id { get; private init; }

    public Guid RunId { get; private init; }

    public string Rule { get; private init; } = string.Empty;

    /// <summary>The case, request, stop of work or note.</summary>
    public Guid SubjectId { get; private init; }

    public IncidentId? IncidentId { get; private init; }

    /// <summary>The version that was judged.</summary>
    public long SubjectVersion { get; private init; }

    public RetentionItemState State { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    internal static RetentionItem Of(RetentionRun run, DueItem due) => new()
    {
        Id = OrderedId.New(run.ProposedAt),
        RunId = run.Id,
        Rule = due.Rule,
        SubjectId = due.Id,
        IncidentId = due.Case,
        SubjectVersion = due.Version,
    };
}
