using System.Security.Cryptography;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Of every case's key one part lies here, outside the database: 32 random bytes in a file of many. Overwritten, the case can be read no more, in no copy of the database either.</summary>
/// <remarks>The parts are drawn many at a time, before cases need them, so that a report waits for no file. A process takes only from files it made itself.</remarks>
internal sealed class CaseShares(SealingFolder folder)
{
    public const int Length = 32;
    private const int InFile = 256;

    private readonly Lock _taking = new();
    private Guid _file;
    private byte[] _drawn = [];
    private int _next = InFile;

    /// <summary>Shares stand in files of this folder.</summary>
    public string Folder { get; } = Path.Combine(folder.Path, "shares");

    /// <summary>True where parts of keys have been drawn.</summary>
    public bool AreThere => Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, "*.key").Any();

    public (Guid File, int Place, byte[] Share) Take()
    {
        lock (_taking)
        {
            if (_next == InFile)
            {
                var file = Guid.CreateVersion7();
                var drawn = RandomNumberGenerator.GetBytes(InFile * Length);
                OwnerFile.Create(PathOf(file), drawn);
                (_file, _drawn, _next) = (file, drawn, 0);
            }

            var share = _drawn.AsSpan(_next * Length, Length).ToArray();
            return (_file, _next++, share);
        }
    }

    /// <summary>Throws <see cref="SealBrokenException"/> where it was destroyed, which is an erasure, or where its file is not here, which is a loss.</summary>
    public byte[] Get(Guid root, Guid file, int place)
    {
        var share = new byte[Length];
        try
        {
            using var handle = File.OpenHandle(PathOf(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (RandomAccess.Read(handle, share, (long)place * Length) < Length)
            {
                throw new SealBrokenException($"keys/shares/{file:N}.key, which case {root} needs, is not whole: restore the folder keys.");
            }
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SealBrokenException($"keys/shares/{file:N}.key, which case {root} needs, is missing: restore the folder keys.", fault);
        }

        return share.AsSpan().ContainsAnyExcept((byte)0) ? share : throw SealBrokenException.Erased(root);
    }

    /// <summary>For good, and on disk before it answers.</summary>
    public void Destroy(IEnumerable<(Guid File, int Place)> shares)
    {
        foreach (var file in shares.GroupBy(share => share.File).Where(file => File.Exists(PathOf(file.Key))))
        {
            using var handle = File.OpenHandle(PathOf(file.Key), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            foreach (var (_, place) in file)
            {
                RandomAccess.Write(handle, new byte[Length], (long)place * Length);
            }

            RandomAccess.FlushToDisk(handle);
        }
    }

    private string PathOf(Guid file) => Path.Combine(Folder, $"{file:N}.key");
}
