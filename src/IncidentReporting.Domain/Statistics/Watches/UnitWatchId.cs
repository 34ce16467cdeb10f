namespace IncidentReporting.Domain.Statistics.Watches;

/// <summary>The id of an early warning: UUID version 7, made by the application.</summary>
public readonly record struct UnitWatchId(Guid Value)
{
    public static UnitWatchId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
