namespace IncidentReporting.Application.Access;

/// <summary>Protected figures give everyone the same numbers; which employer's, the nodes decide.</summary>
public static partial class Operations
{
    public static readonly Operation ReadStatistics = SignedIn("statistics.read");
}
