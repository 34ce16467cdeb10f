namespace IncidentReporting.Domain.Statistics;

public enum CellState
{
    Ok,
    Small,
    Closed,
}
