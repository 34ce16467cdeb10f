using System.Reflection;
using System.Text.Json;

namespace IncidentReporting.Api.Bodies;

/// <summary>A call that needs nothing said: no body, or an empty object. A member in it is unknown, and refused like everywhere.</summary>
internal sealed class NoBody
{
    private static readonly string[] MediaTypes = ["application/json"];
    private static readonly NoBody Empty = new();

    public static async ValueTask<NoBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.ContentLength is 0 or null && !context.Request.Headers.TransferEncoding.Contains("chunked"))
        {
            return Empty;
        }

        return await BodyReader.ReadAsync(context, MediaTypes, document => Read(document.RootElement));
    }

    private static NoBody Read(JsonElement root)
    {
        JsonShape.Check(root, typeof(Nothing), valuesToo: false, isPatch: false);
        return Empty;
    }

    private sealed record Nothing;
}
