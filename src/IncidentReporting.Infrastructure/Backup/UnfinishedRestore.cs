using System.Security.Cryptography;
using IncidentReporting.Infrastructure.Keys;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Marks, from before the tables are placed until what was erased is erased again, that a restore is under way: until then nobody may be served.</summary>
public sealed class UnfinishedRestore
{
    private readonly string _file;

    internal UnfinishedRestore(BackupSettings settings) => _file = Path.Combine(settings.DataDirectory, ".restore-unfinished");

    /// <summary>Throws <see cref="BackupException"/> where a restore was begun and has not come to its end.</summary>
    public void Refuse()
    {
        if (File.Exists(_file))
        {
            throw new BackupException("A restore was begun here and has not ended: run restore with the same file again. It goes on where it stopped.");
        }
    }

    /// <summary>True where this very backup was begun; throws <see cref="BackupException"/> where another was.</summary>
    internal async Task<bool> IsOfAsync(string backup, CancellationToken cancellationToken)
    {
        if (!File.Exists(_file))
        {
            return false;
        }

        return await File.ReadAllTextAsync(_file, cancellationToken) == await HashAsync(backup, cancellationToken)
            ? true
            : throw new BackupException("The restore of another backup was begun here and has not ended: run restore with that file, or take the data directory and the database away.");
    }

    internal async Task BeginAsync(string backup, CancellationToken cancellationToken) =>
        OwnerFile.CreateOnce(_file, System.Text.Encoding.ASCII.GetBytes(await HashAsync(backup, cancellationToken)));

    internal void End() => File.Delete(_file);

    private static async Task<string> HashAsync(string backup, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(backup);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
