namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A month of a unit: its events, its headcount, and whether an open watch was acknowledged before the next month.</summary>
public readonly record struct CusumMonth(long Events, double Exposure, bool Acknowledged = false);
