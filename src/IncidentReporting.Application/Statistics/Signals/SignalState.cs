using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>How a chart stands after its latest month or event.</summary>
/// <param name="P">What an alert is judged by among many; 1 where nothing is.</param>
/// <param name="Month">The month that the level is of.</param>
internal sealed record SignalState(WatchKind Kind, WarningLevel Level, double P, DateOnly Month, SignalEvidence Evidence)
{
    /// <summary>Among so many units one such alert is to be expected by chance.</summary>
    public SignalState HeldBack() => this with { Level = WarningLevel.Watch, Evidence = Evidence with { HeldBack = true } };
}
