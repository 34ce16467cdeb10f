using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Persistence;

/// <summary>The database as a whole, for starting and for the commands.</summary>
public interface IDatabase
{
    /// <summary>Brings the tables to this version of the program.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Makes ready at start: the embedded database migrates itself, a server database must have been migrated. Throws <see cref="DatabaseNotReadyException"/>.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>True when the database answers and has this version's tables.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);
}

/// <summary>The start stops here, with a line that says what to do.</summary>
public sealed class DatabaseNotReadyException(string message, Exception? inner = null) : Exception(message, inner);

internal sealed class Database(AppDb db, DatabaseSettings settings) : IDatabase
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            await MakeFolderAsync(cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (settings.Provider == DatabaseProvider.Sqlite)
        {
            await MigrateAsync(cancellationToken);
            return;
        }

        IEnumerable<string> pending;
        try
        {
            pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new DatabaseNotReadyException("The database does not answer: check ConnectionStrings__Default.", exception);
        }

        if (pending.Any())
        {
            throw new DatabaseNotReadyException("The database has not this version's tables: run the command migrate first.");
        }
    }

    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }

    private async Task MakeFolderAsync(CancellationToken cancellationToken)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(settings.ConnectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Kept in the file: readers never wait for the writer.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
