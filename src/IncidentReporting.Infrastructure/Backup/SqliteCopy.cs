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

    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => Task.FromResult(!File.Exists(DatabaseFile));

    public Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        File.Move(file, DatabaseFile);
        return Task.CompletedTask;
    }
}
