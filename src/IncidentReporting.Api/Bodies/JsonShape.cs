using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Api.Bodies;

/// <summary>Compares what was sent with the type that is expected, and names every fault by its path.</summary>
internal sealed class JsonShape
{
    private readonly Dictionary<string, string[]> _unreadable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _invalid = new(StringComparer.Ordinal);

    private JsonShape()
    {
    }

    /// <param name="valuesToo">Also tries every value: only needed when reading the whole has failed.</param>
    /// <param name="isPatch">A merge patch: null takes away and nothing is required.</param>
    public static void Check(JsonElement sent, Type expected, bool valuesToo, bool isPatch)
    {
        var shape = new JsonShape();
        shape.Walk(sent, expected, string.Empty, valuesToo, isPatch);
        if (shape._unreadable.Count > 0)
        {
            throw new RequestRefusedException(ProblemKind.Unreadable, shape._unreadable);
        }

        if (shape._invalid.Count > 0)
        {
            throw new InvalidInputException(shape._invalid);
        }
    }

    private void Walk(JsonElement sent, Type expected, string path, bool valuesToo, bool isPatch)
    {
        var type = Nullable.GetUnderlyingType(expected) ?? expected;
        if (type.IsAssignableTo(typeof(JsonNode)) || type == typeof(JsonElement) || type == typeof(object))
        {
            return;
        }

        var info = Json.Options.GetTypeInfo(type == typeof(CodeSet) ? typeof(string[]) : type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object:
                WalkObject(sent, info, path, valuesToo, isPatch);
                break;
            case JsonTypeInfoKind.Enumerable when sent.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in sent.EnumerateArray())
                {
                    var place = $"{path}[{index++}]";
                    if (item.ValueKind == JsonValueKind.Null)
                    {
                        _unreadable[place] = [JsonKinds.Message(info.ElementType!)];
                        continue;
                    }

                    Walk(item, info.ElementType!, place, valuesToo, isPatch: false);
                }

                break;
            case JsonTypeInfoKind.Dictionary when sent.ValueKind == JsonValueKind.Object:
                foreach (var member in sent.EnumerateObject())
                {
                    Walk(member.Value, info.ElementType!, Join(path, member.Name), valuesToo, isPatch);
                }

                break;
            default:
                WalkValue(sent, info.Type, path, valuesToo);
                break;
        }
    }

    private void WalkObject(JsonElement sent, JsonTypeInfo info, string path, bool valuesToo, bool isPatch)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            _unreadable[path] = [JsonKinds.Message(info.Type)];
            return;
        }

        var known = info.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in sent.EnumerateObject())
        {
            var place = Join(path, member.Name);
            if (!known.TryGetValue(member.Name, out var property))
            {
                _invalid[place] = [ProblemTexts.Get("member.unknown")];
            }
            else if (!seen.Add(member.Name))
            {
                _unreadable[place] = [ProblemTexts.Get("member.twice")];
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                if (!isPatch && !AcceptsNull(property))
                {
                    _invalid[place] = [ProblemTexts.Get("member.required")];
                }
            }
            else
            {
                Walk(member.Value, property.PropertyType, place, valuesToo, isPatch);
            }
        }

        foreach (var property in known.Values.Where(property => !isPatch && IsRequired(property) && !seen.Contains(property.Name)))
        {
            _invalid[Join(path, property.Name)] = [ProblemTexts.Get("member.required")];
        }
    }

    private void WalkValue(JsonElement sent, Type type, string path, bool valuesToo)
    {
        if (!JsonKinds.Fits(sent.ValueKind, type))
        {
            _unreadable[path] = [JsonKinds.Message(type)];
        }
        else if (sent.ValueKind == JsonValueKind.String && sent.GetString()!.Contains('\0', StringComparison.Ordinal))
        {
            // PostgreSQL cannot keep it.
            _invalid[path] = [ProblemTexts.Get("member.nul")];
        }
        else if (valuesToo && !CanRead(sent, type))
        {
            _invalid[path] = [JsonKinds.Message(type)];
        }
    }

    /// <summary>Called required, or a constructor's parameter that has no default and takes no null.</summary>
    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || (property.AssociatedParameter is { HasDefaultValue: false } && !AcceptsNull(property));

    private static bool AcceptsNull(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static bool CanRead(JsonElement sent, Type type)
    {
        try
        {
            sent.Deserialize(type, Json.Options);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
