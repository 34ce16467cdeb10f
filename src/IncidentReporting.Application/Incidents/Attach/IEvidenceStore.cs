namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Where files are kept sealed, outside the database; named by ids only.</summary>
public interface IEvidenceStore
{
    /// <summary>The largest file that is taken, in bytes: 50 MiB.</summary>
    public const long MaxSize = 50 * 1024 * 1024;

    /// <summary>Keeps the file as it streams in, safely on disk before it answers. Throws <see cref="Common.TooLargeException"/> past <see cref="MaxSize"/>.</summary>
    /// <param name="id">A UUID version 7: its time tells where the file lies.</param>
    Task<StoredFile> KeepAsync(Guid id, Stream content, CancellationToken cancellationToken);

    /// <summary>The content as it was received, read forward only. Throws <see cref="EvidenceDamagedException"/> where the file is gone or its start is not what was kept; reading on throws it where a later part is not.</summary>
    /// <param name="key">As <see cref="StoredFile.Key"/> named it.</param>
    Task<Stream> OpenAsync(Guid id, string key, CancellationToken cancellationToken);

    /// <summary>For good, wherever it lies.</summary>
    void Remove(Guid id);
}

/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower hexadecimal.</param>
/// <param name="Start">The first bytes, to tell the media type by.</param>
/// <param name="Key">Opens the file, in base64; it is nowhere else.</param>
public sealed record StoredFile(long Size, string Sha256, ReadOnlyMemory<byte> Start, string Key)
{
    public override string ToString() => nameof(StoredFile);
}

/// <summary>The file is gone, or is not what was kept.</summary>
public sealed class EvidenceDamagedException() : Exception("The evidence is damaged.");
