namespace IncidentReporting.Application.Incidents.Attach;

/// <summary>Where files are kept, outside the database; named by ids only.</summary>
public interface IEvidenceStore
{
    /// <summary>The largest file that is taken, in bytes: 50 MiB.</summary>
    public const long MaxSize = 50 * 1024 * 1024;

    /// <summary>Keeps the file as it streams in, safely on disk before it answers. Throws <see cref="Common.TooLargeException"/> past <see cref="MaxSize"/>.</summary>
    /// <param name="id">A UUID version 7: its time tells where the file lies.</param>
    Task<StoredFile> KeepAsync(Guid id, Stream content, CancellationToken cancellationToken);

    /// <summary>Null where the file is gone.</summary>
    Stream? Open(Guid id);

    void Remove(Guid id);
}

/// <summary><paramref name="Size"/> in bytes; <paramref name="Sha256"/> in lower hexadecimal; <paramref name="Start"/> the first bytes, to tell the media type by.</summary>
public sealed record StoredFile(long Size, string Sha256, ReadOnlyMemory<byte> Start);
