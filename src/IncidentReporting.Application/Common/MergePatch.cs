using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Application.Common;

/// <summary>A JSON merge patch (RFC 7396) of a <typeparamref name="T"/>: what is not mentioned stays, null takes away, lists are replaced.</summary>
public sealed class MergePatch<T>(JsonObject changes)
    where T : class
{
    /// <summary>True when the patch says something about the member, named as in the JSON, with dots between a part and its members.</summary>
    public bool Mentions(string path)
    {
        JsonNode? node = changes;
        foreach (var member in path.Split('.'))
        {
            // What takes away the part takes away its members.
            if (node is not JsonObject members)
            {
                return true;
            }

            if (!members.TryGetPropertyValue(member, out node))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The members that the patch says something about.</summary>
    public IEnumerable<string> Members => changes.Select(member => member.Key);

    /// <summary>The patch alone, as if nothing stood there before.</summary>
    public T Alone() => changes.Deserialize<T>(Json.Options)!;

    public T ApplyTo(T current)
    {
        var merged = Merge(JsonSerializer.SerializeToNode(current, Json.Options), changes);
        return merged.Deserialize<T>(Json.Options)!;
    }

    /// <summary>Each field that the patch would change, with what stands there now.</summary>
    public IEnumerable<BothValues> DifferencesFrom(T current) =>
        Differences(JsonSerializer.SerializeToNode(current, Json.Options), changes, typeof(T), string.Empty);

    public override string ToString() => "(merge patch)";

    private static IEnumerable<BothValues> Differences(JsonNode? now, JsonObject wanted, Type? type, string path)
    {
        foreach (var (name, value) in wanted)
        {
            var member = type?.GetProperties().FirstOrDefault(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == name)?.PropertyType;
            var current = now is JsonObject known ? known[name] : null;
            if (value is JsonObject part)
            {
                foreach (var within in Differences(current, part, member, $"{path}{name}."))
                {
                    yield return within;
                }
            }
            else if (!JsonNode.DeepEquals(current, value))
            {
                var isText = member == typeof(CaseText);
                yield return new BothValues(path + name, isText ? null : current?.DeepClone(), isText ? null : value?.DeepClone(), isText);
            }
        }
    }

    private static JsonNode? Merge(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
        {
            return patch?.DeepClone();
        }

        var result = target is JsonObject ? target.DeepClone().AsObject() : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Merge(result[name], value);
            }
        }

        return result;
    }
}
