using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>An early warning about a unit or a whole employer: open until somebody has gone through it.</summary>
public sealed class UnitWatch : IVersioned
{
    public const int FindingLength = 40;
    public const int NoteLength = 4000;

    private UnitWatch()
    {
    }

    public UnitWatchId Id { get; private init; }

    public EmployerId EmployerId { get; private init; }

    /// <summary>The unit; the top unit where it is about the employer as a whole.</summary>
    public UnitId UnitId { get; private init; }

    public bool WholeEmployer { get; private init; }

    public WatchKind Kind { get; private init; }

    public WarningLevel Level { get; private set; }

    /// <summary>The first day of the month that opened it.</summary>
    public DateOnly Month { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The counts and limits that it rests on, as text.</summary>
    public string Evidence { get; private set; } = string.Empty;

    public UserId? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>The code of what was found.</summary>
    public string? Finding { get; private set; }

    public CaseText? Note { get; private set; }

    /// <summary>The first day of the last month that had been followed when it was acknowledged: after it the chart begins at 0 again.</summary>
    public DateOnly? ResetAfter { get; private set; }

    public long Version { get; private set; }

    public bool IsOpen => AcknowledgedAt is null;

    public static UnitWatch Open(EmployerId employer, UnitId unit, bool wholeEmployer, WatchKind kind, WarningLevel level, DateOnly month, string evidence, DateTimeOffset now) =>
        new()
        {
            Id = UnitWatchId.New(now),
            EmployerId = employer,
            UnitId = unit,
            WholeEmployer = wholeEmployer,
            Kind = kind,
            Level = level,
            Month = month,
            Evidence = evidence,
            OpenedAt = now,
        };

    /// <summary>Another month has been looked at. What once was an alert stays one until somebody has gone through it.</summary>
    public void Follow(WarningLevel level, string evidence)
    {
        UnitWatchRules.IsOpen.Check(IsOpen);
        Level = level > Level ? level : Level;
        Evidence = evidence;
    }

    /// <param name="lastMonth">The last month that the chart has followed.</param>
    public void Acknowledge(string finding, CaseText? note, UserId by, DateOnly lastMonth, DateTimeOffset now)
    {
        UnitWatchRules.IsOpen.Check(IsOpen);
        UnitWatchRules.IsFinding.Check(WatchFindings.Codes.Contains(finding));
        (Finding, Note, AcknowledgedBy, AcknowledgedAt, ResetAfter) = (finding, note, by, now, lastMonth);
    }
}
