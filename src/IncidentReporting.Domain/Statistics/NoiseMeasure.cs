namespace IncidentReporting.Domain.Statistics;

/// <summary>Which hash of a cell key is used, so that equal keys of different facts get unrelated noise.</summary>
public enum NoiseMeasure : byte
{
    /// <summary>Incidents and exposures, which share a key where an incident has one exposed person.</summary>
    Incidents = 1,
    Persons = 2,
    Survey = 3,
}
