using System.Security.Cryptography;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>Keeps each file sealed under <c>yyyy/id</c>: written beside, made safe on disk, then named in one step. What the sender called it is never a path.</summary>
internal sealed class FileEvidenceStore(EvidenceFolder folder) : IEvidenceStore
{
    private const int StartLength = 4096;
    private const int ChunkLength = 32 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<StoredFile> KeepAsync(Guid id, Stream content, CancellationToken cancellationToken)
    {
        var place = folder.PathOf(id);
        var incoming = folder.IncomingPathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        Directory.CreateDirectory(Path.GetDirectoryName(incoming)!);
        try
        {
            var stored = await WriteAsync(incoming, id, content, cancellationToken);
            File.Move(incoming, place);
            return stored;
        }
        catch
        {
            File.Delete(incoming);
            throw;
        }
    }

    public async Task<Stream> OpenAsync(Guid id, string key, CancellationToken cancellationToken)
    {
        var reader = new SealedReader(OpenSealed(id), id, BytesOf(key));
        try
        {
            await reader.BeginAsync(cancellationToken);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    public void Remove(Guid id)
    {
        foreach (var place in (string[])[folder.PathOf(id), folder.OrphanPathOf(id), folder.IncomingPathOf(id)])
        {
            if (File.Exists(place))
            {
                File.Delete(place);
            }
        }
    }

    private FileStream OpenSealed(Guid id)
    {
        try
        {
            return new FileStream(
                folder.PathOf(id),
                new FileStreamOptions
                {
                    Access = FileAccess.Read,
                    Share = FileShare.Read | FileShare.Delete,
                    Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                    BufferSize = 0,
                });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvidenceDamagedException();
        }
    }

    private static byte[] BytesOf(string key)
    {
        var bytes = new byte[SealedPieces.KeyLength];
        return Convert.TryFromBase64String(key, bytes, out var length) && length == bytes.Length ? bytes : throw new EvidenceDamagedException();
    }

    private static async Task<StoredFile> WriteAsync(string path, Guid id, Stream content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var key = SealedPieces.NewKey();
        await using var file = new FileStream(path, options);
        using var writer = new SealedWriter(file, id, key);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[ChunkLength];
        var start = new MemoryStream(StartLength);
        long size = 0;
        int read;
        while ((read = await content.ReadAsync(chunk, cancellationToken)) > 0)
        {
            size += read;
            if (size > IEvidenceStore.MaxSize)
            {
                throw new TooLargeException();
            }

            start.Write(chunk, 0, (int)Math.Min(read, StartLength - start.Length));
            hash.AppendData(chunk, 0, read);
            await writer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return new StoredFile(size, Convert.ToHexStringLower(hash.GetHashAndReset()), start.ToArray(), Convert.ToBase64String(key));
    }
}
