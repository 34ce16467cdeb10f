using IncidentReporting.Domain.Common;

namespace IncidentReporting.Domain.Statistics.Watches;

public static class UnitWatchRules
{
    public static readonly Rule IsOpen = new("unit_watch_open", "An early warning is acknowledged once.");
    public static readonly Rule IsFinding = new("unit_watch_finding", "What was found is one of the codes for it.");
}
