namespace IncidentReporting.Infrastructure.Backup;

/// <summary>What a backup is made of and restored to.</summary>
/// <param name="DataDirectory">Absolute.</param>
/// <param name="Passphrase">Seals the keys within the backup; without it none are in it.</param>
public sealed record BackupSettings(string DataDirectory, string? Passphrase)
{
    public string Keys => Path.Combine(DataDirectory, "keys");

    public string Checkpoints => Path.Combine(DataDirectory, "checkpoints");
}

/// <summary>A backup cannot be made or restored; the line says why and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);
