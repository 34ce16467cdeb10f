using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Web.Components;
using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>The correctable members of a report as a form holds them, by their paths: several codes parted by a bar, times as the form's two fields tell them.</summary>
internal sealed class ReportValues
{
    public const string Day = "occurredAt";
    public const string Hour = "occurredHour";

    private static readonly HashSet<string> Lists = ["kinds", "channels", "situations", "consequences", "hateMotives", "wishes.support"];

    private readonly Dictionary<string, string> _values;

    private ReportValues(Dictionary<string, string> values) => _values = values;

    public IEnumerable<string> Names => _values.Keys;

    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public bool Has(string name) => _values.ContainsKey(name);

    public IReadOnlyList<string> Codes(string name) => this[name]?.Split('|') ?? [];

    /// <summary>What the reader sees of the report; what is kept from her is not there.</summary>
    public static ReportValues Of(IncidentView view, bool exposed)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kinds"] = string.Join('|', view.Kinds),
            [Day] = view.OccurredAt is { } day ? Times.ForDateField(ShownZone.DayOf(day)) : string.Empty,
            [Hour] = view.OccurredAt is { } at ? Times.ForTimeField(at) : string.Empty,
            ["occurredPrecision"] = view.OccurredPrecision,
            ["channels"] = string.Join('|', view.Channels),
            ["place"] = view.Place ?? string.Empty,
            ["situations"] = string.Join('|', view.Situations),
            ["onDutyState"] = view.OnDutyState ?? string.Empty,
            ["counterpart.relation"] = view.Counterpart.Relation ?? string.Empty,
            ["counterpart.count"] = view.Counterpart.Count ?? string.Empty,
            ["counterpart.repeat"] = view.Counterpart.Repeat ?? string.Empty,
            ["counterpart.age"] = view.Counterpart.Age ?? string.Empty,
        };
        if (view.Description.IsShown)
        {
            values["description"] = Plain(view.Description.Value?.Value);
        }

        if (view.Platform.IsShown)
        {
            values["platform"] = Plain(view.Platform.Value?.Value);
        }

        if (view.Counterpart.Identity.IsShown)
        {
            values["counterpart.identity"] = Plain(view.Counterpart.Identity.Value?.Value);
        }

        if (exposed)
        {
            values["consequences"] = string.Join('|', view.Consequences.Value ?? CodeSet.Empty);
            values["perceivedSeverity"] = view.PerceivedSeverity.Value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
            values["wishes.support"] = string.Join('|', view.Wishes.Value?.Support ?? CodeSet.Empty);
            values["wishes.contactBy"] = view.Wishes.Value?.ContactBy ?? string.Empty;
            values["wishes.text"] = Plain(view.Wishes.Value?.Text?.Value);
        }

        return new ReportValues(values);
    }

    /// <summary>What was typed, of those members that the form had.</summary>
    public static ReportValues Of(IFormCollection form, IEnumerable<string> names) =>
        new(names.ToDictionary(name => name, name => Plain(string.Join(Lists.Contains(name) ? "|" : string.Empty, form[name].ToArray())), StringComparer.Ordinal));

    public string Write() => JsonSerializer.Serialize(_values);

    /// <summary>Null where it is not ours.</summary>
    public static ReportValues? Read(string? written)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(written ?? "null") is { } values ? new ReportValues(values) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The members that stand otherwise here than in <paramref name="other"/>; codes in another order are the same.</summary>
    public IReadOnlyList<string> DifferentFrom(ReportValues other) => [.. _values.Keys.Where(name => other.Has(name) && !Same(name, _values[name], other._values[name]))];

    /// <summary>These, with the named members from <paramref name="other"/>.</summary>
    public ReportValues With(ReportValues other, IEnumerable<string> names)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var name in names.Where(other.Has))
        {
            values[name] = other._values[name];
        }

        return new ReportValues(values);
    }

    public ReportValues With(string name, string value) => new(new Dictionary<string, string>(_values, StringComparer.Ordinal) { [name] = value });

    /// <summary>A merge patch of the named members. The time is null where it is none.</summary>
    public JsonObject Patch(IEnumerable<string> names, DateTimeOffset? occurred)
    {
        var patch = new JsonObject();
        foreach (var name in names)
        {
            var parts = (name == Hour ? Day : name).Split('.');
            var into = patch;
            if (parts.Length > 1)
            {
                into = patch[parts[0]] as JsonObject ?? [];
                patch[parts[0]] = into;
            }

            into[parts[^1]] = name is Day or Hour ? occurred?.ToString("O", CultureInfo.InvariantCulture) : Member(name);
        }

        return patch;
    }

    private JsonNode? Member(string name) =>
        Lists.Contains(name) ? new JsonArray([.. Codes(name).Select(code => (JsonNode)code)])
        : this[name] is not { } value ? null
        : name == "perceivedSeverity" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : value;

    private static bool Same(string name, string one, string other) =>
        Lists.Contains(name) ? one.Split('|').ToHashSet(StringComparer.Ordinal).SetEquals(other.Split('|')) : one == other;

    // A browser sends line breaks its own way.
    private static string Plain(string? text) => (text ?? string.Empty).ReplaceLineEndings("\n").TrimEnd();
}
