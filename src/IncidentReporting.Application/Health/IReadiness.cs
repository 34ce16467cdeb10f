namespace IncidentReporting.Application.Health;

/// <summary>One thing that must be in place before calls are sent here. Register with <c>AddScoped&lt;IReadiness, X&gt;()</c>.</summary>
public interface IReadiness
{
    /// <summary>Short, for the log: never an address or a name.</summary>
    string Name { get; }

    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}
