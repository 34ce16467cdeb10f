namespace IncidentReporting.Domain.Statistics.Figures;

/// <summary>Per 100 employees and year, with one decimal; the interval is for the expected number, noise included, and stands also when the number is small.</summary>
public sealed record Rate(FigureState State, double? Per100, Interval? Interval)
{
    internal static Rate None(FigureState state, Interval? interval = null) => new(state, null, interval);
}
