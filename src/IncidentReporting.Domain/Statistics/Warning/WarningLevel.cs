namespace IncidentReporting.Domain.Statistics.Warning;

/// <summary>A watch asks someone to look; an alert says that it is hardly chance.</summary>
public enum WarningLevel
{
    None,
    Watch,
    Alert,
}
