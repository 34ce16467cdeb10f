namespace IncidentReporting.Application.Idempotency;

/// <summary>An answer that is never kept: sent again, the request is done again, and leaves its own trace.</summary>
public interface IGivenOnce;
