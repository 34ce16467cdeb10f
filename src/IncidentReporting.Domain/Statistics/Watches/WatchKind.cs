namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>Which chart gave the warning; stored and sent as lower snake case.</summary>
public enum WatchKind
{
    Cusum,
    Gap,
    Laney,
}
