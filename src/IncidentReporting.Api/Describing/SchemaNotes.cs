using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Common;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IncidentReporting.Api.Describing;

/// <summary>Describes the types that have their own way of being written.</summary>
internal static class SchemaNotes
{
    public static Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var declared = context.JsonTypeInfo.Type;
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(CodeSet))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        else if (FormatOf(type) is { } format)
        {
            schema.Type = type == declared ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = format.Length == 0 ? null : format;
            schema.Properties = null;
        }

        return Task.CompletedTask;
    }

    private static string? FormatOf(Type type) => type switch
    {
        _ when type == typeof(DateTimeOffset) => "date-time",
        _ when type == typeof(TimeSpan) => "duration",
        _ when type == typeof(TimeOnly) => "time",
        _ when type == typeof(CaseText) || type == typeof(DateOrTime) => string.Empty,
        { IsValueType: true, IsPrimitive: false } when type != typeof(Guid) && type.GetConstructor([typeof(Guid)]) is not null => "uuid",
        _ => null,
    };
}
