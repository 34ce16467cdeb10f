namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>The columns that an incident and its exposed persons carry for the statistics; no type of the domain or the interface has them.</summary>
internal static class StatColumns
{
    /// <summary>Drawn when the record first becomes counted, and never changed.</summary>
    public const string Key = "StatKey";

    /// <summary>The unit and month under which the facts stand now; null while the case is not counted.</summary>
    public const string Unit = "StatUnit";

    public const string Month = "StatMonth";
}
