using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Bodies;

/// <summary>A body as <typeparamref name="T"/> in JSON, or as a file of values (<c>text/csv</c>) that the use case reads.</summary>
internal sealed class CsvOrJson<T> : IEndpointParameterMetadataProvider
    where T : notnull
{
    public const string Csv = "text/csv";

    private CsvOrJson(JsonBody<T>? json, ReadOnlyMemory<byte> file) => (Json, File) = (json, file);

    /// <summary>Null where a file was sent.</summary>
    public JsonBody<T>? Json { get; }

    public ReadOnlyMemory<byte> File { get; }

    public static async ValueTask<CsvOrJson<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase)
            ? new(json: null, await BodyReader.ReadFileAsync(context))
            : new(await JsonBody<T>.BindAsync(context, parameter), file: default);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json", Csv], typeof(T), isOptional: false));
}
