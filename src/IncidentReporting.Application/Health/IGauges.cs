namespace IncidentReporting.Application.Health;

/// <summary>Something whose state whoever runs the service watches; read anew at each look. Register with <c>AddScoped&lt;IGauges, X&gt;()</c>.</summary>
public interface IGauges
{
    Task<IReadOnlyList<Gauge>> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Lower snake case with the unit at the end, such as <c>incidentreporting_mail_messages</c>.</param>
/// <param name="Label">One label with its value, such as (state, dead); codes only.</param>
public sealed record Gauge(string Name, string Help, double Value, (string Name, string Value)? Label = null);
