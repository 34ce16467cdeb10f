using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>What is told of one step of the police report.</summary>
public sealed record PoliceReportStep
{
    public required PoliceStatus Status { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>victim, employer, police_letter or court.</summary>
    public required string Source { get; init; }

    public CaseText? CaseNumber { get; init; }

    public string? ReportedBy { get; init; }

    public CodeSet Reasons { get; init; } = CodeSet.Empty;

    public string? ExposedAgrees { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public DateOnly? TrialOn { get; init; }

    public CaseText? Note { get; init; }

    /// <summary>The latest event, where this one corrects it.</summary>
    public Guid? Corrects { get; init; }
}

/// <summary>One step of the police report; a wrong one is corrected by another and stays visible.</summary>
public sealed class PoliceEvent
{
    public const int CaseNumberLength = 100;

    private PoliceEvent()
    {
    }

    public Guid Id { get; private init; }

    public PoliceStatus Status { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public UserId RecordedBy { get; private init; }

    public string Source { get; private init; } = string.Empty;

    public CaseText? CaseNumber { get; private init; }

    public string? ReportedBy { get; private init; }

    public CodeSet Reasons { get; private init; } = CodeSet.Empty;

    public string? ExposedAgrees { get; private init; }

    public DateOnly? ReviewOn { get; private init; }

    public DateOnly? TrialOn { get; private init; }

    public CaseText? Note { get; private init; }

    public Guid? Corrects { get; private init; }

    public bool IsCorrected { get; internal set; }

    internal static PoliceEvent Record(PoliceReportStep step, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        Status = step.Status,
        At = step.At ?? by.Now,
        RecordedAt = by.Now,
        RecordedBy = by.Id,
        Source = step.Source,
        CaseNumber = step.CaseNumber,
        ReportedBy = step.ReportedBy,
        Reasons = step.Reasons,
        ExposedAgrees = step.ExposedAgrees,
        ReviewOn = step.ReviewOn,
        TrialOn = step.TrialOn,
        Note = step.Note,
        Corrects = step.Corrects,
    };
}
