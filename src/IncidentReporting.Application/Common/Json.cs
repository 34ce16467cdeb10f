using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace IncidentReporting.Application.Common;

/// <summary>How everything is written as JSON: camelCase members, lower snake case codes, ids as plain UUIDs, times in RFC 3339.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new JsonIdConverterFactory());
        options.Converters.Add(new JsonInstantConverter());
        options.Converters.Add(new JsonDurationConverter());
        options.Converters.Add(new JsonTimeOfDayConverter());
        options.Converters.Add(new JsonCaseTextConverter());
        options.Converters.Add(new JsonCodeSetConverter());
        options.Converters.Add(new JsonDateOrTimeConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
