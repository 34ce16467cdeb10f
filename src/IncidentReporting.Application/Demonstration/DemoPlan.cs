using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Demonstration;

/// <summary>What the exposed person answers when closing is proposed.</summary>
internal enum DemoAnswer
{
    Agrees,
    Waits,
    Objects,
}

/// <summary>One case to be made: when it is reported, where, and what is decided beforehand. What is left open, the dice decide.</summary>
internal sealed record DemoPlan(DateTimeOffset At, DemoCast Cast)
{
    public UserId? Reporter { get; init; }

    public string? Kind { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Nobody does anything more after this time from the report.</summary>
    public TimeSpan? StopsAfter { get; init; }

    /// <summary>completed, withdrawn, out_of_scope or transferred.</summary>
    public string? Ending { get; init; }

    public DemoAnswer? Answer { get; init; }

    public bool? Reopens { get; init; }

    /// <summary>The objection, or the reopened case, still waits to be dealt with.</summary>
    public bool StaysOpen { get; init; }

    public bool IsPoliceForgotten { get; init; }

    public bool? IsReportedToPolice { get; init; }

    public bool BypassManager { get; init; }

    public UserId? Handler { get; init; }

    /// <summary>Who answers for the first action; null for the manager, mostly.</summary>
    public UserId? ActionOwner { get; init; }

    public bool IsActionForgotten { get; init; }

    public Incident? DuplicateOf { get; init; }
}
