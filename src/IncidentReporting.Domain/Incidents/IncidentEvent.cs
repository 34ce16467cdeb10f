namespace IncidentReporting.Domain.Incidents;

/// <summary>Something that happened to a case: a fact with ids, never with text. Kept in the log in the same save, and told in the timeline.</summary>
/// <param name="What">Lower snake case, in the past tense, such as <c>support_offered</c>.</param>
/// <param name="About">The part of the case that it concerns, where it concerns one.</param>
/// <param name="Fields">The names of the fields that changed, where that is told.</param>
public sealed record IncidentEvent(string What, Actor By, FieldGroup Group, Guid? About = null, string? Fields = null);
