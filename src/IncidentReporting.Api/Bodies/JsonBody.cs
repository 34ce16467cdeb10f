using System.Reflection;
using System.Text.Json;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentReporting.Api.Bodies;

/// <summary>The request's JSON, read strictly: an unknown member, a wrong type or a member sent twice is an error that names it.</summary>
internal sealed class JsonBody<T> : IEndpointParameterMetadataProvider
    where T : notnull
{
    private static readonly string[] MediaTypes = ["application/json"];

    private JsonBody(T value) => Value = value;

    public T Value { get; }

    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await BodyReader.ReadAsync(context, MediaTypes, document => Read(document.RootElement)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(MediaTypes, typeof(T), isOptional: false));

    private static T Read(JsonElement root)
    {
        JsonShape.Check(root, typeof(T), valuesToo: false, isPatch: false);
        try
        {
            return root.Deserialize<T>(Json.Options)!;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            JsonShape.Check(root, typeof(T), valuesToo: true, isPatch: false);
            throw;
        }
    }
}
