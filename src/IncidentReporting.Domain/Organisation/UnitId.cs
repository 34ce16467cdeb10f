namespace IncidentReporting.Domain.Organisation;

/// <summary>The id of a unit: UUID version 7, made by the application.</summary>
public readonly record struct UnitId(Guid Value)
{
    public static UnitId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
