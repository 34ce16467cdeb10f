namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>Events in a window, and the exposure they came of, in person-months.</summary>
public readonly record struct Observed(long Events, double Exposure)
{
    public static Observed operator +(Observed a, Observed b) => new(a.Events + b.Events, a.Exposure + b.Exposure);
}
