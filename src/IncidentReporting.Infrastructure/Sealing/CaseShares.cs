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
    private bool? _wereThere;

    /// <summary>Shares stand in files of this folder.</summary>
    public string Folder { get; } = Path.Combine(folder.Path, "shares");

    /// <summary>True where parts of keys have been drawn.</summary>
    public bool AreThere => Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, "*.key").Any();

    /// <summary>Once in a process, at its start or when it first needs it: a folder that is gone later is out of reach.</summary>
    public void MakeFolder()
    {
        OwnerFile.MakeFolder(Folder);
        _wereThere = AreThere;
    }

    public (Guid File, int Place, byte[] Share) Take()
    {
        lock (_taking)
        {
            if (_next == InFile)
            {
                var file = Guid.CreateVersion7();
                var drawn = RandomNumberGenerator.GetBytes(InFile * Length);
                RequireFolder();
                OwnerFile.Create(PathOf(file), drawn);
                (_file, _drawn, _next, _wereThere) = (file, drawn, 0, true);
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
        catch (DirectoryNotFoundException fault)
        {
            throw new KeysAwayException("shares", fault);
        }
        catch (FileNotFoundException fault)
        {
            throw new SealBrokenException($"keys/shares/{file:N}.key, which case {root} needs, is missing: restore the folder keys.", fault);
        }

        return share.AsSpan().ContainsAnyExcept((byte)0) ? share : throw SealBrokenException.Erased(root);
    }

    /// <summary>For good, and on disk before it answers. What is in no file any more is passed over, unless none are here.</summary>
    public void Destroy(IEnumerable<(Guid File, int Place)> shares)
    {
        foreach (var file in shares.GroupBy(share => share.File))
        {
            if (!File.Exists(PathOf(file.Key)))
            {
                if (!AreThere)
                {
                    throw new KeysAwayException("shares");
                }

                continue;
            }

            using var handle = File.OpenHandle(PathOf(file.Key), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            foreach (var (_, place) in file)
            {
                RandomAccess.Write(handle, new byte[Length], (long)place * Length);
            }

            RandomAccess.FlushToDisk(handle);
        }
    }

    // An empty folder may be the point where the real one is mounted.
    private void RequireFolder()
    {
        if (_wereThere is not { } were)
        {
            MakeFolder();
        }
        else if (!Directory.Exists(Folder) || (were && !AreThere))
        {
            throw new KeysAwayException("shares");
        }
    }

    private string PathOf(Guid file) => Path.Combine(Folder, $"{file:N}.key");
}
