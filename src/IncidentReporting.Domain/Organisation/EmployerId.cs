namespace IncidentReporting.Domain.Organisation;

/// <summary>The id of an employer: UUID version 7, made by the application.</summary>
public readonly record struct EmployerId(Guid Value)
{
    public static EmployerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
