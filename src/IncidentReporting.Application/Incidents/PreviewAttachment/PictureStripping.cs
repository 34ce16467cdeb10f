using System.Buffers.Binary;

namespace IncidentReporting.Application.Incidents.PreviewAttachment;

/// <summary>Copies a picture as it streams, without anything that is not needed to see it. The picture itself is not changed.</summary>
internal static class PictureStripping
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte FirstApp = 0xE0;
    private const byte AdobeApp = 0xEE;
    private const byte LastApp = 0xEF;
    private const byte Comment = 0xFE;
    private const int JfifLength = 14;
    private const int AdobeLength = 12;

    private static readonly string[] KeptChunks = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND"];

    /// <summary>Drops every application segment and comment, but for the two that say how colours are meant and can hold nothing else; and what follows the picture's end.</summary>
    public static async Task CopyJpegAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        var reader = new PieceReader(source);
        await target.WriteAsync(new byte[] { 0xFF, Start }, cancellationToken);
        await reader.SkipAsync(2, cancellationToken);
        var marker = await NextMarkerAsync(reader, cancellationToken);
        while (marker is { } found and not End)
        {
            marker = await CopySegmentAsync(reader, found, target, cancellationToken);
        }

        await target.WriteAsync(new byte[] { 0xFF, End }, cancellationToken);
    }

    /// <summary>Keeps the chunks that make the picture; drops texts, times and all that others have added.</summary>
    public static async Task CopyPngAsync(Stream source, Stream target, CancellationToken cancellationToken)
    {
        const int Signature = 8;
        const int Checksum = 4;
        var reader = new PieceReader(source);
        await reader.CopyAsync(Signature, target, cancellationToken);
        while (await reader.TakeAsync(8, cancellationToken) is { Length: 8 } head)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = System.Text.Encoding.ASCII.GetString(head, 4, 4);
            if (KeptChunks.Contains(name))
            {
                await target.WriteAsync(head, cancellationToken);
                await reader.CopyAsync(length + Checksum, target, cancellationToken);
            }
            else
            {
                await reader.SkipAsync(length + Checksum, cancellationToken);
            }

            if (name == "IEND")
            {
                return;
            }
        }
    }

    /// <summary>Answers the marker after it; null at the end of what there is.</summary>
    private static async Task<byte?> CopySegmentAsync(PieceReader reader, byte marker, Stream target, CancellationToken cancellationToken)
    {
        if (await reader.TakeAsync(2, cancellationToken) is not { Length: 2 } lengthBytes || BinaryPrimitives.ReadUInt16BigEndian(lengthBytes) is var length && length < 2)
        {
            return null;
        }

        var content = await reader.TakeAsync(length - 2, cancellationToken);
        if (IsNeeded(marker, content))
        {
            await target.WriteAsync(new byte[] { 0xFF, marker }, cancellationToken);
            await target.WriteAsync(lengthBytes, cancellationToken);
            await target.WriteAsync(content, cancellationToken);
        }

        return marker == Scan ? await reader.CopyScanAsync(target, cancellationToken) : await NextMarkerAsync(reader, cancellationToken);
    }

    private static bool IsNeeded(byte marker, byte[] content) => marker switch
    {
        FirstApp => content.Length == JfifLength && content.AsSpan().StartsWith("JFIF\0"u8),
        AdobeApp => content.Length == AdobeLength && content.AsSpan().StartsWith("Adobe"u8),
        > FirstApp and <= LastApp or Comment => false,
        _ => true,
    };

    private static async ValueTask<byte?> NextMarkerAsync(PieceReader reader, CancellationToken cancellationToken)
    {
        if (await reader.NextAsync(cancellationToken) != 0xFF)
        {
            return null;
        }

        int next;
        do
        {
            next = await reader.NextAsync(cancellationToken);
        }
        while (next == 0xFF);
        return next <= 0 ? null : (byte)next;
    }
}
