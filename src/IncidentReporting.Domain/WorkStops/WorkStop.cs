using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.WorkStops;

/// <summary>The id of a stop of work: UUID version 7, made by the application.</summary>
public readonly record struct WorkStopId(Guid Value)
{
    public static WorkStopId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

public static class WorkStopRules
{
    public static readonly Rule IsOpen = new("work_stop_open", "A stop of work that has ended does not change.");
    public static readonly Rule EndsAfterItStarted = new("work_stop_ends_after_start", "A stop of work ends after it has started.");
}

/// <summary>A stop of work by a safety representative in immediate and serious danger, or of lone work (arbetsmiljölagen 6 kap. 7 §).</summary>
public sealed class WorkStop : IVersioned
{
    public const int TextLength = 20_000;

    private WorkStop()
    {
    }

    public WorkStopId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private init; }

    public IncidentId? IncidentId { get; private init; }

    public UserId StartedBy { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>True for a stop of lone work.</summary>
    public bool LoneWork { get; private init; }

    /// <summary>Which work is stopped.</summary>
    public CaseText Scope { get; private init; } = null!;

    public CaseText Grounds { get; private init; } = null!;

    public DateTimeOffset? EmployerContactedAt { get; private set; }

    public DateTimeOffset? AvContactedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public CaseText? Outcome { get; private set; }

    public long Version { get; private set; }

    public static WorkStop Start(
        EmployerId employer, UnitId unit, IncidentId? incident, DateTimeOffset startedAt, bool loneWork, CaseText scope, CaseText grounds, UserId by, DateTimeOffset now) =>
        new()
        {
            Id = WorkStopId.New(now),
            EmployerId = employer,
            UnitId = unit,
            IncidentId = incident,
            StartedBy = by,
            StartedAt = startedAt,
            RecordedAt = now,
            LoneWork = loneWork,
            Scope = scope,
            Grounds = grounds,
        };

    public void Record(DateTimeOffset? employerContactedAt, DateTimeOffset? avContactedAt, DateTimeOffset? endedAt, CaseText? outcome)
    {
        WorkStopRules.IsOpen.Check(EndedAt is null);
        WorkStopRules.EndsAfterItStarted.Check(endedAt is null || endedAt >= StartedAt);
        EmployerContactedAt = employerContactedAt ?? EmployerContactedAt;
        AvContactedAt = avContactedAt ?? AvContactedAt;
        EndedAt = endedAt ?? EndedAt;
        Outcome = outcome ?? Outcome;
    }
}
