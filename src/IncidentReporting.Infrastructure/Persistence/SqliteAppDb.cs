using System.Collections.Concurrent;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Persistence;

public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options, SealHouse? seals = null) : AppDb(options, seals)
{
    // So many times as long as the first in the line waits for another process: no load comes near it, a database that is locked for long does.
    private const int LongestLine = 3;

    // SQLite lets one writer in and makes the others poll; a line in the process is fair and does not time out under load.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Lines = new(StringComparer.Ordinal);

    protected override string SwedishCollation => SwedishOrder.SqliteCollation;

    internal override Task InsertIfMissingAsync(FormattableString insert, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(insert.Then(" ON CONFLICT DO NOTHING"), cancellationToken);

    // A cache that holds the upper part of every index, and fewer visits to the disk; what a power cut could take is a whole batch, never half of one.
    internal override async Task PrepareForBulkAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        await Database.ExecuteSqlRawAsync("PRAGMA cache_size=-200000; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=20000;", cancellationToken);
    }

    // The journal holds pages as they were; emptied, they are gone. Where somebody reads at the moment, the next run empties it.
    internal override Task WipeAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    internal override async Task<long> BulkInsertAsync(BulkRows rows, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return SqliteRows.Write((SqliteConnection)Database.GetDbConnection(), rows, cancellationToken);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    internal override async Task<int> LinkAsync(IReadOnlyList<LogLink> links, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return SqliteRows.Link((SqliteConnection)Database.GetDbConnection(), links);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override async Task<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken)
    {
        var line = Lines.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        // 0 is no limit, as it is for every provider.
        var longest = ((SqliteConnection)Database.GetDbConnection()).DefaultTimeout is > 0 and var wait ? TimeSpan.FromSeconds(LongestLine * wait) : Timeout.InfiniteTimeSpan;
        return await line.WaitAsync(longest, cancellationToken) ? new Turn(line) : throw new TimeoutException("The line of writers does not move.");
    }

    protected override bool IsUniqueViolation(Exception exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY };

    protected override void ConfigureTimes(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableUtcConverter>().HaveMaxLength(24);

    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                line.Release();
            }
        }
    }
}
