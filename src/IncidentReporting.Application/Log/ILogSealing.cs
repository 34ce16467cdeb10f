namespace IncidentReporting.Application.Log;

/// <summary>Links and signs all of the log that waits; for commands, while no server does.</summary>
public interface ILogSealing
{
    Task SealAsync(CancellationToken cancellationToken);
}
