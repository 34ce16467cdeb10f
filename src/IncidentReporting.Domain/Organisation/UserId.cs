namespace IncidentReporting.Domain.Organisation;

/// <summary>The id of a person with an account: UUID version 7, made by the application.</summary>
public readonly record struct UserId(Guid Value)
{
    public static UserId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
