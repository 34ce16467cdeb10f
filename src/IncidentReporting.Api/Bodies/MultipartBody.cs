using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Bodies;

/// <summary>A form with one file, in whatever order its parts come. The file waits on disk, in a file that is gone with the call.</summary>
internal sealed class MultipartBody
{
    public const string FileField = "file";

    private const string MediaType = "multipart/form-data";
    private const int MaxFieldBytes = 64 * 1024;
    private const int ChunkLength = 64 * 1024;

    private static readonly object FingerprintKey = new();
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HttpContext _context;
    private readonly IReadOnlySet<string> _names;
    private readonly long _maxFileBytes;
    private readonly SortedDictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    private MultipartBody(HttpContext context, IReadOnlySet<string> names, long maxFileBytes) =>
        (_context, _names, _maxFileBytes) = (context, names, maxFileBytes);

    /// <summary>What the sender calls the file; null where it has no name.</summary>
    public string? FileName { get; private set; }

    public Stream File { get; private set; } = Stream.Null;

    /// <summary>SHA-256 over the parts, not the bytes of the form: their boundary differs each time the same form is sent. Null where no form was read.</summary>
    public static string? FingerprintOf(HttpContext context) => context.Items[FingerprintKey] as string;

    /// <param name="names">The fields that may come beside the file.</param>
    public static async Task<MultipartBody> ReadAsync(HttpContext context, IReadOnlySet<string> names, long maxFileBytes)
    {
        var body = new MultipartBody(context, names, maxFileBytes);
        try
        {
            await body.ReadPartsAsync(BoundaryOf(context.Request));
        }
        catch (Exception fault) when (fault is IOException and not BadHttpRequestException or InvalidDataException)
        {
            throw Unreadable("body.not_multipart");
        }

        return body;
    }

    /// <summary>The field's text; null where it was left out or left empty.</summary>
    public string? Field(string name) => _fields.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private static string BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw new RequestRefusedException(ProblemKind.UnsupportedMediaType);
        }

        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 128 } boundary ? boundary : throw Unreadable("body.not_multipart");
    }

    private static RequestRefusedException Unreadable(string text) =>
        new(ProblemKind.Unreadable, new Dictionary<string, string[]>(StringComparer.Ordinal) { [string.Empty] = [ProblemTexts.Get(text)] });

    private async Task ReadPartsAsync(string boundary)
    {
        var reader = new MultipartReader(boundary, _context.Request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };
        string? fileHash = null;
        while (await reader.ReadNextSectionAsync(_context.RequestAborted) is { } part)
        {
            var name = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? string.Empty
                : throw Unreadable("body.not_multipart");
            if (name == FileField && fileHash is null)
            {
                FileName = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                fileHash = await KeepFileAsync(part.Body);
            }
            else
            {
                await ReadFieldAsync(name, part.Body);
            }
        }

        if (fileHash is null)
        {
            _errors[FileField] = [ProblemTexts.Get("member.required")];
        }

        if (_errors.Count > 0)
        {
            throw new InvalidInputException(_errors);
        }

        _context.Items[FingerprintKey] = Fingerprint(fileHash!);
    }

    private async Task<string> KeepFileAsync(Stream content)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        File = new FileStream(Path.Combine(Path.GetTempPath(), $"upload-{Guid.NewGuid():N}"), options);
        _context.Response.RegisterForDisposeAsync(File);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[ChunkLength];
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(chunk, _context.RequestAborted)) > 0)
        {
            size += read;
            if (size > _maxFileBytes)
            {
                throw new TooLargeException();
            }

            hash.AppendData(chunk, 0, read);
            await File.WriteAsync(chunk.AsMemory(0, read), _context.RequestAborted);
        }

        File.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async Task ReadFieldAsync(string name, Stream content)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, _context.RequestAborted);
        if (read > MaxFieldBytes)
        {
            throw new TooLargeException();
        }

        if (!_names.Contains(name) && name != FileField)
        {
            _errors[name] = [ProblemTexts.Get("member.unknown")];
        }
        else if (name == FileField || !_fields.TryAdd(name, Decode(bytes.AsSpan(0, read))))
        {
            _errors[name] = [ProblemTexts.Get("member.twice")];
        }
        else if (_fields[name].Contains('\0', StringComparison.Ordinal))
        {
            _errors[name] = [ProblemTexts.Get("member.nul")];
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
            throw Unreadable("body.not_utf8");
        }
    }

    private string Fingerprint(string fileHash)
    {
        var parts = new StringBuilder();
        foreach (var (name, text) in _fields)
        {
            parts.Append(name).Append('=').Append(text.Length).Append(':').AppendLine(text);
        }

        parts.Append(FileField).Append('=').Append(fileHash).Append(':').AppendLine(FileName);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }
}
