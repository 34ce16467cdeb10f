namespace IncidentReporting.Infrastructure.Backup;

/// <summary>Copies one kind of database whole while it is written to, and puts a copy in its place.</summary>
internal interface IDatabaseCopy
{
    /// <summary>The entry of the copy within a backup; null where the server's own backup holds the tables.</summary>
    string? EntryName { get; }

    /// <summary>Writes all tables as they are at one moment, and tells which attachments they name then.</summary>
    Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken);

    /// <summary>True where nothing is there that a restore would overwrite.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);

    Task RestoreAsync(string file, CancellationToken cancellationToken);
}
