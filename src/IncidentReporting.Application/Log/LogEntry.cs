using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Log;

/// <summary>One thing that happened: who did what, when and in which role. Only ever added; holds ids and names of fields, never text of a case.</summary>
public sealed class LogEntry
{
    public const int ActionLength = 60;
    public const int FieldsLength = 1000;
    public const int GroupLength = 40;
    public const int HashLength = 32;

    public required Guid Id { get; init; }

    public required EmployerId EmployerId { get; init; }

    /// <summary>In whole milliseconds: what is hashed must read back the same from every database.</summary>
    public required DateTimeOffset At { get; init => field = value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMillisecond)); }

    /// <summary>Null when the service itself did it.</summary>
    public UserId? ActorId { get; init; }

    /// <summary>The role that the actor used.</summary>
    public Role? ActorRole { get; init; }

    /// <summary>What the actor was to the case, where it is about one.</summary>
    public CaseRole? CaseRole { get; init; }

    /// <summary>The fields of the case that it is about: who may not see those does not see the entry in the timeline.</summary>
    public FieldGroup? FieldGroup { get; init; }

    /// <summary>What was done, such as <c>incident_read</c> or <c>roles_set</c>.</summary>
    public required string Action { get; init; }

    public IncidentId? IncidentId { get; init; }

    /// <summary>What it was done to, where that is not the case itself: a person, a unit, a part of the case.</summary>
    public Guid? About { get; init; }

    /// <summary>The fields that were changed or read, and facts that are codes; never text.</summary>
    public string Fields { get; init; } = string.Empty;

    /// <summary>Which kind of thing it tells of: case, read, organisation, account, mail ...</summary>
    public required string Group { get; init; }

    /// <summary>Its place in the employer's chain; null for the moment until it is linked.</summary>
    public long? Seq { get; private set; }

    /// <summary>Covers the entry, its place and the hash of the entry before it.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Gives the entry its place, once and for all.</summary>
    public void Link(long seq, byte[] hash)
    {
        if (Seq is not null)
        {
            throw new InvalidOperationException("An entry of the log is linked once.");
        }

        (Seq, Hash) = (seq, hash);
    }
}
