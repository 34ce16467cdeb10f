using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Incidents;

/// <summary>The manager's assessment with the safety representative: danger, the duty to notify (AML 3:3a) and the circumstances.</summary>
public sealed record Assessment
{
    /// <summary>low, raised or serious.</summary>
    public required string Danger { get; init; }

    /// <summary>yes, no or unclear; "no" has a reason.</summary>
    public required string AvDuty { get; init; }

    public CaseText? AvReason { get; init; }

    /// <summary>none, not serious (<c>minor</c>), serious or unknown.</summary>
    public string Injury { get; init; } = "none";

    public string? Staffing { get; init; }

    public string? Alarm { get; init; }

    public string? RiskAssessedBefore { get; init; }

    public string? PoliceAssistance { get; init; }

    public CodeSet Circumstances { get; init; } = CodeSet.Empty;

    public CaseText? Text { get; init; }
}
