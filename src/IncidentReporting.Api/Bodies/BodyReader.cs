using System.Text.Json;
using System.Text.Unicode;
using IncidentReporting.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Bodies;

/// <summary>Reads a JSON body whole, and keeps its bytes for the idempotency key.</summary>
internal static class BodyReader
{
    /// <summary>A report of 20 000 characters fits many times over, whatever its characters.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Where the route takes many at once: 50 reports of 20 000 characters fit.</summary>
    public const int MaxBytesOfMany = 5 * 1024 * 1024;

    private static readonly object BytesKey = new();

    public static ReadOnlyMemory<byte> BytesOf(HttpContext context) => context.Items[BytesKey] is ReadOnlyMemory<byte> bytes ? bytes : default;

    public static async Task<T> ReadAsync<T>(HttpContext context, IReadOnlyList<string> mediaTypes, Func<JsonDocument, T> read)
    {
        var bytes = await ReadBytesAsync(context, mediaTypes);
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Application.Common.Json.Options.MaxDepth });
            return read(document);
        }
        catch (JsonException fault)
        {
            throw Unreadable(ProblemTexts.Format("body.not_json", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // A lone half of a surrogate pair, written as an escape.
            throw Unreadable(ProblemTexts.Get("body.not_utf8"));
        }
    }

    /// <summary>The bytes as they came, of a body that is no JSON.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadFileAsync(HttpContext context)
    {
        var bytes = await ReadWholeAsync(context);
        context.Items[BytesKey] = bytes;
        return bytes;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpContext context, IReadOnlyList<string> mediaTypes)
    {
        var request = context.Request;
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            && mediaTypes.Contains(contentType.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            && (contentType.Charset.Value is not { Length: > 0 } charset || string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson && (request.ContentType is not null || request.ContentLength > 0))
        {
            throw new RequestRefusedException(ProblemKind.UnsupportedMediaType);
        }

        var bytes = await ReadWholeAsync(context);
        if (bytes.IsEmpty)
        {
            throw Unreadable(ProblemTexts.Get("body.empty"));
        }

        if (!isJson)
        {
            throw new RequestRefusedException(ProblemKind.UnsupportedMediaType);
        }

        context.Items[BytesKey] = bytes;
        return Utf8.IsValid(bytes.Span) ? bytes : throw Unreadable(ProblemTexts.Get("body.not_utf8"));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadWholeAsync(HttpContext context)
    {
        var request = context.Request;
        var most = context.GetEndpoint()?.Metadata.GetMetadata<TakesMany>() is null ? MaxBytes : MaxBytesOfMany;
        if (request.ContentLength > most)
        {
            throw new RequestRefusedException(ProblemKind.TooLarge);
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (buffer.Length + read > most)
            {
                throw new RequestRefusedException(ProblemKind.TooLarge);
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static RequestRefusedException Unreadable(string message) =>
        new(ProblemKind.Unreadable, new Dictionary<string, string[]>(StringComparer.Ordinal) { [string.Empty] = [message] });
}

/// <summary>Marks a route whose body holds many things at once, and may be larger for it.</summary>
internal sealed class TakesMany
{
    public static readonly TakesMany Instance = new();
}
