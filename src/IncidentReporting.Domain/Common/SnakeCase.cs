using System.Text.Json;

namespace IncidentReporting.Domain.Common;

/// <summary>How a member of an enumeration is stored and sent: lower snake case.</summary>
public static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Names<T>.ByValue.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The member of that name, or null when there is none.</summary>
    public static T? Find<T>(string? name)
        where T : struct, Enum =>
        name is not null && Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    public static T Parse<T>(string name)
        where T : struct, Enum =>
        Find<T>(name) ?? throw new FormatException($"{typeof(T).Name} has no such member.");

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
