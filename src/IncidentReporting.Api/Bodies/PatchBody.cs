using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace IncidentReporting.Api.Bodies;

/// <summary>A merge patch of a <typeparamref name="T"/>, whose members are all optional; as strict as <see cref="JsonBody{T}"/>.</summary>
internal sealed class PatchBody<T> : IEndpointParameterMetadataProvider
    where T : class
{
    private static readonly string[] MediaTypes = ["application/merge-patch+json", "application/json"];

    private PatchBody(MergePatch<T> patch) => Patch = patch;

    public MergePatch<T> Patch { get; }

    public static async ValueTask<PatchBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await BodyReader.ReadAsync(context, MediaTypes, document => Read(document.RootElement)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(MediaTypes, typeof(T), isOptional: false));

    private static MergePatch<T> Read(JsonElement root)
    {
        JsonShape.Check(root, typeof(T), valuesToo: true, isPatch: true);
        return new MergePatch<T>(JsonObject.Create(root.Clone())!);
    }
}
