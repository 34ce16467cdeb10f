namespace IncidentReporting.Web.Components;

/// <summary>Something that can be chosen: the code that is sent, what it is called, and one line of plain help.</summary>
public sealed record Choice(string Value, string Label, string? Help = null);
