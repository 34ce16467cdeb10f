namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Tells a file's media type by its first bytes. What is not recognised is still evidence.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Start, int Offset, string Type)[] Signatures =
    [
        ([0xFF, 0xD8, 0xFF], 0, "image/jpeg"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "image/png"),
        ("GIF8"u8.ToArray(), 0, "image/gif"),
        ("WEBP"u8.ToArray(), 8, "image/webp"),
        ("%PDF-"u8.ToArray(), 0, "application/pdf"),
        ("ftypheic"u8.ToArray(), 4, "image/heic"),
        ("ftypM4A"u8.ToArray(), 4, "audio/mp4"),
        ("ftyp"u8.ToArray(), 4, "video/mp4"),
        ("ID3"u8.ToArray(), 0, "audio/mpeg"),
        ([0xFF, 0xFB], 0, "audio/mpeg"),
        ("OggS"u8.ToArray(), 0, "audio/ogg"),
        ("WAVE"u8.ToArray(), 8, "audio/wav"),
        ("PK\u0003\u0004"u8.ToArray(), 0, "application/zip"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "video/webm"),
    ];

    public static string Of(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, offset, type) in Signatures)
        {
            if (start.Length >= offset + signature.Length && start.Slice(offset, signature.Length).SequenceEqual(signature))
            {
                return type;
            }
        }

        return start.Length > 0 && start.IndexOfAnyInRange((byte)0, (byte)8) < 0 && System.Text.Unicode.Utf8.IsValid(TrimToRune(start)) ? "text/plain" : Unknown;
    }

    // The last letter of what was read may be cut in two.
    private static ReadOnlySpan<byte> TrimToRune(ReadOnlySpan<byte> start)
    {
        var end = start.Length;
        for (var back = 1; back <= 3 && end - back >= 0; back++)
        {
            if ((start[end - back] & 0xC0) == 0xC0)
            {
                return start[..(end - back)];
            }
        }

        return start;
    }
}
