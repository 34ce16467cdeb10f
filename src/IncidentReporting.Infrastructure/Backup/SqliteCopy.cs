using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Backup;

internal sealed class SqliteCopy(AppDb db, DatabaseSettings settings) : IDatabaseCopy
{
    public string EntryName => Manifest.SqliteName;

    private string DatabaseFile => Path.GetFullPath(new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);

    public async Task<IReadOnlyList<Guid>> CopyAsync(string file, CancellationToken cancellationToken)
    {
        // One read transaction: the writers go on in the write-ahead log meanwhile. What was deleted is not copied.
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await copy.OpenAsync(cancellationToken);
        await using var command = copy.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM \"IncidentAttachments\"";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    // A write-ahead log that is left of another database would be played into this one.
    public Task<string?> FindAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Array.Find([DatabaseFile, $"{DatabaseFile}-wal", $"{DatabaseFile}-shm", $"{DatabaseFile}-journal"], File.Exists));

    public Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        var beside = $"{DatabaseFile}.restoring";
        File.Move(file, beside, overwrite: true);
        using (var handle = File.OpenHandle(beside, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        File.Move(beside, DatabaseFile);
        return Task.CompletedTask;
    }
}
