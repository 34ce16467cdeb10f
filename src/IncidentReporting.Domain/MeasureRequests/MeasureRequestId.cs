namespace IncidentReporting.Domain.MeasureRequests;

/// <summary>The id of a request for measures: UUID version 7, made by the application.</summary>
public readonly record struct MeasureRequestId(Guid Value)
{
    public static MeasureRequestId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
