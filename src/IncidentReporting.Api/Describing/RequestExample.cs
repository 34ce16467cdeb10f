using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentReporting.Application.Common;

namespace IncidentReporting.Api.Describing;

/// <summary>A body that the route takes, shown in the description of the interface.</summary>
internal sealed record RequestExample(JsonNode Body);

internal static class Examples
{
    public static RouteHandlerBuilder WithExample<T>(this RouteHandlerBuilder builder, T body) =>
        builder.WithMetadata(new RequestExample(JsonSerializer.SerializeToNode(body, Json.Options)!));

    /// <param name="json">A body as JSON, where only some of its members are worth showing.</param>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder builder, string json) =>
        builder.WithMetadata(new RequestExample(JsonNode.Parse(json)!));
}
