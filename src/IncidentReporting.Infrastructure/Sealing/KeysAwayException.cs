namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Keys that were here when the process began are out of reach, as where a mount is lost: none are made in their place, and it goes on when they are back.</summary>
internal sealed class KeysAwayException(string what, Exception? inner = null) : IOException($"keys/{what} is out of reach.", inner);
