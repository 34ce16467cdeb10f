using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Log;

/// <summary>What the last check of an employer's log found.</summary>
public sealed class LogCheck
{
    public required EmployerId EmployerId { get; init; }

    /// <summary>When it was checked.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>How many entries were found whole, from the first on.</summary>
    public long Entries { get; set; }

    /// <summary>The time of the last of them.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>Null where all of it is whole.</summary>
    public LogFaultKind? Fault { get; set; }

    /// <summary>Where in the chain the first fault is.</summary>
    public long? FaultSeq { get; set; }

    public Guid? FaultEntry { get; set; }
}

/// <summary>What is wrong with the first bad entry of a log.</summary>
public enum LogFaultKind
{
    /// <summary>The entry is not what it was when it was linked.</summary>
    Changed,

    /// <summary>An entry is missing before this one.</summary>
    Removed,

    /// <summary>The entry was never linked here.</summary>
    Inserted,

    /// <summary>Another entry stood here.</summary>
    Reordered,

    /// <summary>Entries are missing at the end.</summary>
    Truncated,

    /// <summary>Entries wait to be linked for longer than the service needs.</summary>
    Unlinked,

    /// <summary>The checkpoints outside the database are missing or no longer those that were signed.</summary>
    Checkpoint,
}
