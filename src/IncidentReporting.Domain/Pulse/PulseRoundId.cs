namespace IncidentReporting.Domain.Pulse;

/// <summary>The id of a round of the survey: UUID version 7, made by the application.</summary>
public readonly record struct PulseRoundId(Guid Value)
{
    public static PulseRoundId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
