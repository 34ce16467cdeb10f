using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;

namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Backups of everything: tables, attachments, checkpoints of the log and, where a passphrase is set, the keys.</summary>
public interface IBackups
{
    /// <summary>Throws <see cref="BackupException"/> where the file is there already or something cannot be read.</summary>
    Task<BackupMade> WriteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Throws <see cref="BackupException"/> where the file is not whole, or something would be overwritten.</summary>
    /// <remarks>Opens every text once, and erases again what was erased since the backup was made. One that was cut off goes on when it is asked for again.</remarks>
    Task<Restored> RestoreAsync(string path, CancellationToken cancellationToken);
}

/// <summary>What a backup came to hold.</summary>
/// <param name="Missing">Attachments that a row names and no file holds.</param>
/// <param name="HoldsMaster">False where the master key is given by a setting, and so is in no file.</param>
public sealed record BackupMade(bool HoldsTables, int Attachments, int Missing, bool HoldsKeys, bool HoldsMaster);

/// <summary>What came back.</summary>
/// <param name="Texts">How many texts open.</param>
/// <param name="ErasedAgain">Cases and other things that were erased since the backup was made.</param>
/// <param name="Broken">A line for each text that does not open.</param>
public sealed record Restored(long Texts, int ErasedAgain, IReadOnlyCollection<string> Broken);

internal sealed class Backups(BackupWriter writer, BackupReader reader, UnfinishedRestore unfinished, SealVerifier verifier, ErasureReplay replay) : IBackups
{
    public Task<BackupMade> WriteAsync(string path, CancellationToken cancellationToken) => writer.WriteAsync(path, cancellationToken);

    public async Task<Restored> RestoreAsync(string path, CancellationToken cancellationToken)
    {
        await reader.RestoreAsync(path, cancellationToken);
        var outcome = await verifier.VerifyAsync(cancellationToken);
        var again = await replay.RunAsync(outcome.Erased, cancellationToken);
        unfinished.End();
        return new Restored(outcome.Opened, again, outcome.Broken);
    }
}
