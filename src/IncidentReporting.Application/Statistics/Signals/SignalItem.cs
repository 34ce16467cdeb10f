using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>How a unit, or the employer as a whole, stands in the early warning. Exact: for case readers, and not to be passed on.</summary>
/// <param name="WholeEmployer">About all units together; the unit is then the top one.</param>
/// <param name="State">calm, watch, alert or too_little_history.</param>
/// <param name="Id">Of the warning that waits to be gone through; null without one.</param>
/// <param name="Month">The month that it stands so in.</param>
public sealed record SignalItem(UnitLine Unit, bool WholeEmployer, SignalLevel State, UnitWatchId? Id, WatchKind? Kind, string? Month, DateTimeOffset? OpenedAt)
{
    /// <summary>Why there is too little history.</summary>
    public TooLittle? Why { get; init; }

    /// <summary>The first month that can be followed, where time alone is missing.</summary>
    public string? ReadyOn { get; init; }

    /// <summary>What it rests on; null without a chart.</summary>
    public SignalEvidence? Evidence { get; init; }

    /// <summary>What it means, in plain words.</summary>
    public required string Meaning { get; init; }

    /// <summary>What to do now; empty where nothing is asked for.</summary>
    public IReadOnlyList<string> WhatToDo { get; init; } = [];

    /// <summary>Null while the warning waits, and where there has been none.</summary>
    public SignalAcknowledgement? Acknowledged { get; init; }

    /// <summary>Warnings that have been gone through, the latest first.</summary>
    public IReadOnlyList<EarlierSignal> Earlier { get; init; } = [];

    public override string ToString() => nameof(SignalItem);
}

/// <summary>Sent as lower snake case.</summary>
public enum SignalLevel
{
    Calm,
    Watch,
    Alert,
    TooLittleHistory,
}

public sealed record EarlierSignal(UnitWatchId Id, WatchKind Kind, SignalLevel Level, string Month, DateTimeOffset OpenedAt, SignalAcknowledgement Acknowledged);

/// <param name="Finding">The code of what was found.</param>
public sealed record SignalAcknowledgement(DateTimeOffset At, PersonLine By, string Finding, string FindingLabel, CaseText? Note)
{
    public override string ToString() => nameof(SignalAcknowledgement);

    internal static SignalAcknowledgement? Of(UnitWatch watch, OrgChart org, string language) =>
        watch is { AcknowledgedAt: { } at, AcknowledgedBy: { } by, Finding: { } finding }
            ? new(at, PersonLine.Of(by, org), finding, CodeLists.WatchFindings.Label(finding, language), watch.Note)
            : null;
}
