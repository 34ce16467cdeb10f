namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A month of a chart.</summary>
/// <param name="Expected">Events expected in the month.</param>
/// <param name="Reference">What is taken off each month, k.</param>
/// <param name="Value">The sum S, before an acknowledgement sets it to 0.</param>
/// <param name="Raised">The month reached the limit and opened a watch.</param>
/// <param name="Level">Of the watch that is open after the month.</param>
/// <param name="Run">What has been summed since S was last 0.</param>
/// <param name="RunMonths">Months in the run.</param>
/// <param name="Test">The run against the baseline, while a watch is open.</param>
public sealed record CusumPoint(
    double Expected, double Reference, double Value, bool Raised, WarningLevel Level, Observed Run, int RunMonths, ConditionalTest? Test);
