using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Log;

/// <summary>The head of an employer's chain: the last entry that was linked. Moved only from what it was, so that of several instances one links.</summary>
public sealed class LogChain
{
    public required EmployerId EmployerId { get; init; }

    /// <summary>0 before the first entry.</summary>
    public long Seq { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>When it was moved.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The form that the entries are hashed in.</summary>
    public int Form { get; init; }
}
