namespace IncidentReporting.Web.Pages.Administration.FollowUpPolicy;

/// <summary>A field for a duration.</summary>
internal sealed record DurationField(string Name, string Label, TypedDuration Typed, string? Hint = null);
