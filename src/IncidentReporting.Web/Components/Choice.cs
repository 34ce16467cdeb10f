namespace IncidentReporting.Web.Components;

/// <summary>Something that can be chosen: the code that is sent, what it is called, and one line of plain help.</summary>
/// <param name="Group">In a select, the heading that it stands under with those beside it.</param>
public sealed record Choice(string Value, string Label, string? Help = null, string? Group = null);
