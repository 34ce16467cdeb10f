namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>Which chart a unit is followed by, from the number expected in a month when the chart starts.</summary>
public enum WarningMethod
{
    Gaps,
    Cusum,
    Laney,
}

public static class WarningMethods
{
    /// <summary>Months of history before anything is followed.</summary>
    public const int ShortestHistory = 12;

    /// <summary>Months before the start of a chart that its baseline rests on.</summary>
    public const int BaselineMonths = 24;

    public static WarningMethod For(double expected) => expected switch
    {
        < .1 => WarningMethod.Gaps,
        <= 10 => WarningMethod.Cusum,
        _ => WarningMethod.Laney,
    };
}
