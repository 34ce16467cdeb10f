using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>All units of an employer have been looked at for a month. There is one for each, so that it is done once.</summary>
public sealed class WarningRun
{
    private WarningRun()
    {
    }

    public EmployerId EmployerId { get; private init; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static WarningRun Of(EmployerId employer, DateOnly month, DateTimeOffset at) => new() { EmployerId = employer, Month = month, At = at };
}
