using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Infrastructure.Keys;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>The key folder as one sealed piece: salt (16 bytes), then AES-256-GCM by a key that PBKDF2 makes of the passphrase.</summary>
internal static class SealedKeys
{
    private const int SaltLength = 16;

    // OWASP's number for PBKDF2 with HMAC-SHA-256.
    private const int Rounds = 600_000;

    private static readonly byte[] Purpose = "keys of a backup"u8.ToArray();

    public static async Task<byte[]> SealAsync(string folder, string passphrase, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal))
            {
                await tar.WriteEntryAsync(file, Path.GetRelativePath(folder, file).Replace('\\', '/'), cancellationToken);
            }
        }

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return [.. salt, .. Aead.Seal(KeyOf(passphrase, salt), packed.ToArray(), Purpose)];
    }

    /// <summary>Writes what is missing in the folder. What is there stays: a key that was destroyed since does not come back. Refuses, before it writes, a folder whose keys are others.</summary>
    public static async Task OpenAsync(byte[] sealedKeys, string passphrase, string folder, CancellationToken cancellationToken)
    {
        byte[] packed;
        try
        {
            packed = Aead.Open(KeyOf(passphrase, sealedKeys.AsSpan(0, SaltLength)), sealedKeys.AsSpan(SaltLength), Purpose);
        }
        catch (CryptographicException)
        {
            throw new BackupException("Backup__Passphrase does not open the keys of this backup.");
        }

        var keys = new List<(string Name, string File, byte[] Content)>();
        await using var tar = new TarReader(new MemoryStream(packed));
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            using var content = new MemoryStream();
            await (entry.DataStream?.CopyToAsync(content, cancellationToken) ?? Task.CompletedTask);
            keys.Add((entry.Name, Within(folder, entry.Name), content.ToArray()));
        }

        RefuseOthers(folder, keys);
        foreach (var (_, file, content) in keys.Where(key => !File.Exists(key.File)))
        {
            OwnerFile.CreateOnce(file, content);
        }
    }

    // A key that was replaced since stands there under another name; one that stands nowhere was never of this installation.
    private static void RefuseOthers(string folder, List<(string Name, string File, byte[] Content)> keys)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var here = Directory.EnumerateFiles(folder).Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))).ToHashSet(StringComparer.Ordinal);
        var other = keys.Find(key => !key.Name.Contains('/', StringComparison.Ordinal) && File.Exists(key.File) && !here.Contains(Convert.ToHexStringLower(SHA256.HashData(key.Content))));
        if (other.Name is not null)
        {
            throw new BackupException($"keys/{other.Name} here is another than the backup's: move the folder keys away, and restore again.");
        }
    }

    /// <summary>Refuses names that lead out of the folder.</summary>
    public static string Within(string folder, string name)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : throw new BackupException("The backup names a file outside its folders.");
    }

    private static byte[] KeyOf(string passphrase, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, Rounds, HashAlgorithmName.SHA256, Aead.KeyLength);
}
