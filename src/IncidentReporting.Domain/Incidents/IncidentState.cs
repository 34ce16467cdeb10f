namespace IncidentReporting.Domain.Incidents;

/// <summary>Where a case stands; stored and sent as lower snake case.</summary>
public enum IncidentState
{
    Draft,
    Submitted,
    Acknowledged,
    Assessed,
    InProgress,
    FollowUp,
    Closed,
    Reopened,
    Withdrawn,
    Duplicate,
    Transferred,
    OutOfScope,
}
