namespace IncidentReporting.Domain.Common;

/// <summary>A thing that several people may change: the version it was read at guards the save.</summary>
public interface IVersioned
{
    long Version { get; }
}
