using System.Text.RegularExpressions;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents;

/// <summary>A case as a path names it: its id, or its number for people (<c>2026-000123</c>).</summary>
public readonly partial record struct CaseReference(IncidentId? Id, string? Number)
{
    /// <summary>A text that names no case gives a reference that nothing answers to.</summary>
    public static CaseReference Parse(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? new(new IncidentId(id), Number: null)
        : ForPeople().IsMatch(text) ? new(Id: null, text)
        : default;

    public override string ToString() => Id is { } id ? id.Value.ToString() : "by number";

    [GeneratedRegex("^[0-9]{4}-[0-9]{6,9}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ForPeople();
}
