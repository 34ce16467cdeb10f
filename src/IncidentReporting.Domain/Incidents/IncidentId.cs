namespace IncidentReporting.Domain.Incidents;

/// <summary>The id of a case: UUID version 7, made by the application.</summary>
public readonly record struct IncidentId(Guid Value)
{
    public static IncidentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
