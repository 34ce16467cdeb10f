using System.Text.Json;

namespace IncidentReporting.Domain.Codes;

/// <summary>One id of a code list with its labels; <paramref name="ValidTo"/> is the last day on which it can be chosen.</summary>
public sealed record Code(
    string Id, string Sv, string En, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyDictionary<string, JsonElement> Properties)
{
    /// <summary>The label in <c>en</c> or, for every other language, Swedish.</summary>
    public string Label(string language) => Language.Choose(language, Sv, En);

    /// <summary>True when the property is there and is <c>true</c>.</summary>
    public bool Is(string property) => Properties.TryGetValue(property, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>The property's text, or null when there is none.</summary>
    public string? Text(string property) =>
        Properties.TryGetValue(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
