using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics.Warning;

namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>What a unit, or an employer as a whole, is followed by. The baseline is set when the chart starts and stands until the chart begins anew.</summary>
public sealed class WarningChart
{
    private WarningChart()
    {
    }

    public EmployerId EmployerId { get; private init; }

    public UnitId UnitId { get; private init; }

    public bool WholeEmployer { get; private init; }

    /// <summary>After a restart: months before it are not comparable.</summary>
    public DateOnly? NotBefore { get; private set; }

    /// <summary>The first month of the baseline; null while there is no chart.</summary>
    public DateOnly? BaselineFrom { get; private set; }

    /// <summary>The first month that is followed, right after the baseline.</summary>
    public DateOnly? StartsOn { get; private set; }

    public long BaselineEvents { get; private set; }

    /// <summary>Person-months.</summary>
    public double BaselineExposure { get; private set; }

    /// <summary>Events per person-month.</summary>
    public double Rate { get; private set; }

    /// <summary>Person-months of the first month, as known when the chart started.</summary>
    public double ExposureAtStart { get; private set; }

    /// <summary>Events expected in the first month; decides the method.</summary>
    public double ExpectedAtStart { get; private set; }

    public double Overdispersion { get; private set; } = 1;

    public WarningMethod Method => WholeEmployer ? WarningMethod.Laney : WarningMethods.For(ExpectedAtStart);

    public Observed Baseline => new(BaselineEvents, BaselineExposure);

    public static WarningChart For(EmployerId employer, UnitId unit, bool wholeEmployer) =>
        new() { EmployerId = employer, UnitId = unit, WholeEmployer = wholeEmployer };

    public void Start(ChartWindow window, Observed baseline, double rate, double exposureAtStart, double overdispersion)
    {
        (BaselineFrom, StartsOn, Rate, Overdispersion) = (window.From, window.StartsOn, rate, overdispersion);
        (ExposureAtStart, ExpectedAtStart) = (exposureAtStart, rate * exposureAtStart);
        (BaselineEvents, BaselineExposure) = (baseline.Events, baseline.Exposure);
    }

    /// <summary>Begins anew with this month as the first of a new baseline.</summary>
    public void Restart(DateOnly from)
    {
        NotBefore = from;
        (BaselineFrom, StartsOn, Rate, Overdispersion, BaselineEvents, BaselineExposure) = (null, null, 0, 1, 0, 0);
        (ExposureAtStart, ExpectedAtStart) = (0, 0);
    }
}
