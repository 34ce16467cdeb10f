using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Where the master key lies: a file of 32 random bytes that only its owner may read, or given in base64 by <c>Sealing__MasterKey</c>.</summary>
/// <param name="Former">The key before, while <c>rotate-keys</c> moves what rests on it: <c>Sealing__FormerMasterKey</c>.</param>
public sealed record SealingFolder(string Path, string? Given = null, string? Former = null);

/// <summary>The master key in the key folder. A key that was replaced stays beside it as <c>master-KEYID.key</c>, for backups from before.</summary>
internal sealed class FileMasterKeys(SealingFolder folder) : IMasterKeys
{
    private const string FileName = "master.key";
    private const string NextFileName = "master.next.key";

    private readonly Lock _reading = new();
    private readonly Dictionary<string, byte[]> _known = new(StringComparer.Ordinal);
    private (DateTime At, string Id)? _current;

    public string CurrentId
    {
        get
        {
            lock (_reading)
            {
                return ReadCurrent();
            }
        }
    }

    private string File => Path.Combine(folder.Path, FileName);

    private string NextFile => Path.Combine(folder.Path, NextFileName);

    public WrappedSecret Wrap(ReadOnlySpan<byte> secret, string purpose)
    {
        var id = CurrentId;
        return new WrappedSecret(id, Aead.Seal(KeyOf(id), secret, Encoding.UTF8.GetBytes(purpose)));
    }

    public byte[] Unwrap(string keyId, ReadOnlySpan<byte> wrapped, string purpose)
    {
        try
        {
            return Aead.Open(KeyOf(keyId), wrapped, Encoding.UTF8.GetBytes(purpose));
        }
        catch (CryptographicException fault)
        {
            throw new SealBrokenException($"What the master key {keyId} wrapped as {purpose} was changed.", fault);
        }
    }

    public string Replace()
    {
        // A key that is given is replaced by whoever gives it.
        if (folder.Given is not null)
        {
            return CurrentId;
        }

        // Cut off at any point: the former key has its own file before the new one takes its place, and a new key that waits is taken up again.
        OwnerFile.CreateOnce(NextFile, RandomNumberGenerator.GetBytes(Aead.KeyLength));
        var next = Read(NextFile);
        lock (_reading)
        {
            var former = ReadCurrent();
            OwnerFile.CreateOnce(FileOf(former), _known[former]);
            System.IO.File.Move(NextFile, File, overwrite: true);
            _current = null;
            return IdOf(next);
        }
    }

    private static string IdOf(ReadOnlySpan<byte> key) => Convert.ToHexStringLower(SHA256.HashData([.. "master key "u8, .. key]).AsSpan(0, 6));

    private string FileOf(string keyId) => Path.Combine(folder.Path, $"master-{keyId}.key");

    private byte[] KeyOf(string keyId)
    {
        lock (_reading)
        {
            if (_known.TryGetValue(keyId, out var known) || (FindCurrent() == keyId && _known.TryGetValue(keyId, out known)))
            {
                return known;
            }

            if (folder.Former is { } former && Decode(former, "Sealing__FormerMasterKey") is var old && IdOf(old) == keyId)
            {
                return _known[keyId] = old;
            }

            return System.IO.File.Exists(FileOf(keyId)) && Read(FileOf(keyId)) is var key && IdOf(key) == keyId
                ? _known[keyId] = key
                : throw new KeyMissingException(
                    $"What people wrote is sealed by the master key {keyId}, which is not here: restore keys/{FileName}, or put that key as keys/master-{keyId}.key.");
        }
    }

    // Made where there is none, once in a process: what is missing at the start is found there, before anything new is sealed.
    private string ReadCurrent()
    {
        if (folder.Given is null && !System.IO.File.Exists(File))
        {
            if (_current is not null)
            {
                throw new KeysAwayException(FileName);
            }

            OwnerFile.CreateOnce(File, RandomNumberGenerator.GetBytes(Aead.KeyLength));
        }

        return FindCurrent() ?? throw new KeysAwayException(FileName);
    }

    private string? FindCurrent()
    {
        if (folder.Given is { } given)
        {
            _current ??= Keep(Decode(given, "Sealing__MasterKey"), default);
            return _current.Value.Id;
        }

        if (!System.IO.File.Exists(File))
        {
            return null;
        }

        // Another process may have put the next key in its place.
        var at = System.IO.File.GetLastWriteTimeUtc(File);
        if (_current is null || _current.Value.At != at)
        {
            _current = Keep(Read(File), at);
        }

        return _current.Value.Id;
    }

    private (DateTime At, string Id) Keep(byte[] key, DateTime at)
    {
        var id = IdOf(key);
        _known[id] = key;
        return (at, id);
    }

    private static byte[] Read(string file)
    {
        var key = System.IO.File.ReadAllBytes(file);
        return key.Length == Aead.KeyLength
            ? key
            : throw new KeyMissingException($"keys/{Path.GetFileName(file)} does not hold {Aead.KeyLength} bytes: restore it.");
    }

    private static byte[] Decode(string text, string setting)
    {
        try
        {
            return Convert.FromBase64String(text) is { Length: Aead.KeyLength } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new KeyMissingException($"{setting} must be {Aead.KeyLength} bytes in base64.");
        }
    }
}
