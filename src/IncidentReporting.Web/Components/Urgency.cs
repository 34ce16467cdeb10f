namespace IncidentReporting.Web.Components;

/// <summary>How near a duty's time is; named as the style names it.</summary>
public static class Urgency
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>overdue, soon (within a day) or later.</summary>
    public static string Of(DateTimeOffset due, DateTimeOffset now) => due < now ? "overdue" : due - now <= Soon ? "soon" : "later";

    /// <summary>The kind of tag for it: danger, warn or none.</summary>
    public static string? TagOf(DateTimeOffset due, DateTimeOffset now) => due < now ? "danger" : due - now <= Soon ? "warn" : null;
}
