using IncidentReporting.Domain.Codes;

namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>What was found when a warning was gone through.</summary>
public static class WatchFindings
{
    private static readonly string[] Restarting = ["reporting_changed", "reorganisation"];

    public static CodeList Codes => CodeLists.WatchFindings;

    /// <summary>What was before is no longer comparable: the baseline begins anew.</summary>
    public static bool Restarts(string finding) => Restarting.Contains(finding);
}
