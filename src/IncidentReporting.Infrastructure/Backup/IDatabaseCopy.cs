namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Copies one kind of database whole while it is written to, and puts a copy in its place.</summary>
internal interface IDatabaseCopy
{
    /// <summary>The entry of the copy within a backup; null where the server's own backup holds the tables.</summary>
    string? EntryName { get; }

    /// <summary>Writes all tables as they are at one moment, and tells which attachments they name then.</summary>
    Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken);

    /// <summary>Names what is there that a restore would overwrite or be spoilt by; null where there is nothing.</summary>
    Task<string?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Puts the copy in its place, whole or not at all.</summary>
    Task RestoreAsync(string file, CancellationToken cancellationToken);
}
