using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentReporting.Domain.Codes;

/// <summary>Reads the dated data files that are built into this assembly. A file that does not hold stops the program at its first use.</summary>
internal static class CodeFiles
{
    private const string Root = "IncidentReporting.Domain.Codes.";

    private static readonly Assembly Home = typeof(CodeFiles).Assembly;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public static IEnumerable<T> ReadFolder<T>(string folder) =>
        Home.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Root}{folder}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read<T>);

    public static T ReadFile<T>(string folder, string file) => Read<T>($"{Root}{folder}.{file}.json");

    private static T Read<T>(string name)
    {
        using var stream = Home.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no data file {name}.");
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidOperationException($"The data file {name} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"The data file {name} cannot be read: {fault.Message}", fault);
        }
    }
}
