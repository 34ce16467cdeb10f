using System.Text;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Web.Hosting;

/// <summary>A form with one file, read as it comes in and in whatever order its parts come: the file passes through, whole neither in memory nor on disk.</summary>
internal sealed class StreamedForm
{
    public const string FileField = "file";

    private const string MediaType = "multipart/form-data";
    private const int MaxFieldBytes = 64 * 1024;
    private const int MaxFields = 64;

    // What the reader says of a form that ends too early. A disk that takes nothing in carries the number of its own fault.
    private const int BrokenOff = unchecked((int)0x80131620);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _twice = new(StringComparer.Ordinal);

    private StreamedForm()
    {
    }

    /// <summary>The fields read so far; all of them at the end.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>Fields that came more than once; the first stands in <see cref="Fields"/>.</summary>
    public IReadOnlySet<string> Twice => _twice;

    public bool HasFile { get; private set; }

    /// <summary>What the sender calls the file; null where it has no name.</summary>
    public string? FileName { get; private set; }

    /// <param name="keep">Takes the file where it comes; what it leaves unread is passed over.</param>
    public static async Task<StreamedForm> ReadAsync(HttpRequest request, Func<StreamedForm, Stream, Task> keep, CancellationToken cancellationToken)
    {
        var form = new StreamedForm();
        try
        {
            await form.ReadPartsAsync(new MultipartReader(BoundaryOf(request), request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 }, keep, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException { HResult: BrokenOff } and not BadHttpRequestException or InvalidDataException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new FormUnreadableException(FormFault.NoMultipart);
        }

        return form;
    }

    /// <summary>The field's text; null where it was left out or left empty.</summary>
    public string? Field(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static string BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new FormUnreadableException(FormFault.OtherMediaType);
        }

        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 128 } boundary ? boundary : throw new FormUnreadableException(FormFault.NoMultipart);
    }

    private async Task ReadPartsAsync(MultipartReader reader, Func<StreamedForm, Stream, Task> keep, CancellationToken cancellationToken)
    {
        var parts = 0;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (++parts > MaxFields || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            {
                throw new FormUnreadableException(FormFault.NoMultipart);
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? string.Empty;
            if (name == FileField && !HasFile)
            {
                HasFile = true;
                FileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                await keep(this, part.Body);
            }
            else
            {
                await ReadFieldAsync(name, part.Body, cancellationToken);
            }
        }
    }

    private async Task ReadFieldAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > MaxFieldBytes)
        {
            throw new TooLargeException();
        }

        if (name == FileField || !_fields.TryAdd(name, Decode(bytes.AsSpan(0, read))))
        {
            _twice.Add(name);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new FormUnreadableException(FormFault.NoUtf8);
        }
    }
}

internal enum FormFault
{
    OtherMediaType,
    NoMultipart,
    NoUtf8,
}

/// <summary>What was sent cannot be read as a form.</summary>
internal sealed class FormUnreadableException(FormFault fault) : Exception(fault.ToString())
{
    public FormFault Fault { get; } = fault;
}
