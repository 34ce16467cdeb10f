namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Backups of everything: tables, attachments, checkpoints of the log and, where a passphrase is set, the keys.</summary>
public interface IBackups
{
    /// <summary>Throws <see cref="BackupException"/> where the file is there already or something cannot be read.</summary>
    Task<BackupMade> WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Throws <see cref="BackupException"/> where the file is not whole, or something would be overwritten.</summary>
    Task RestoreAsync(string path, CancellationToken cancellationToken);
}

/// <summary>What a backup came to hold.</summary>
/// <param name="Missing">Attachments that a row names and no file holds.</param>
public sealed record BackupMade(bool HoldsTables, int Attachments, int Missing, bool HoldsKeys);

internal sealed class Backups(BackupWriter writer, BackupReader reader) : IBackups
{
    public Task<BackupMade> WriteAsync(string path, CancellationToken cancellationToken) => writer.WriteAsync(path, cancellationToken);

    public Task RestoreAsync(string path, CancellationToken cancellationToken) => reader.RestoreAsync(path, cancellationToken);
}
