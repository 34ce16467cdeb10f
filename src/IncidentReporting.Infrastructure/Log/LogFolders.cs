namespace IncidentReporting.Infrastructure.Log;

/// <summary>Where the log's key and its checkpoints lie: outside the database.</summary>
public sealed record LogFolders(string Keys, string Checkpoints);
