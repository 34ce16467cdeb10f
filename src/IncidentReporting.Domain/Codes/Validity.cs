namespace IncidentReporting.Domain.Codes;

internal static class Validity
{
    /// <summary>Both ends belong to the period; a missing end is open.</summary>
    public static bool Holds(DateOnly? from, DateOnly? to, DateOnly date) => (from is null || date >= from) && (to is null || date <= to);
}
