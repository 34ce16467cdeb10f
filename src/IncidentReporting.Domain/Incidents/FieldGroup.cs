namespace IncidentReporting.Domain.Incidents;

/// <summary>The groups of fields that are shown or kept back together.</summary>
public enum FieldGroup
{
    Core,
    Narrative,
    Health,
    Adequacy,
    Influence,
    CounterpartIdentity,
    Police,
    Actions,
    Handling,
    Reads,
}
