namespace IncidentReporting.Application.Access;

/// <summary>Early warnings show exact counts: only for those who read the unit's cases.</summary>
public static partial class Operations
{
    public static readonly Operation ReadSignals = Only("signals.read", Watching);
    public static readonly Operation AcknowledgeSignal = Only("signals.acknowledge", Watching);
}
