using System.Data.Common;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SQLitePCL;

namespace IncidentReporting.Infrastructure.Persistence;

public enum PassingFault
{
    /// <summary>Locked, restarting or out of reach for a moment.</summary>
    Busy,

    /// <summary>The disk is full, or fails: it goes on when someone has seen to that.</summary>
    NoRoom,
}

/// <summary>Tells faults of the machine, after which the same call can go through later, from faults of the program.</summary>
public static class PassingFaults
{
    // As Linux, macOS and Windows number them: no space left, quota used up, input or output error, read-only, too many open files.
    private static readonly int[] NoRoomOnDisk = [28, 122, 69, 5, 30, 24, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] SqliteBusy = [raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_PROTOCOL, raw.SQLITE_NOMEM];
    private static readonly int[] SqliteNoRoom = [raw.SQLITE_FULL, raw.SQLITE_IOERR, raw.SQLITE_CANTOPEN, raw.SQLITE_READONLY];

    // Being shut down, started or taken over, connections cut, a standby that does not write yet.
    private static readonly string[] ServerBusy =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow, PostgresErrorCodes.IdleSessionTimeout,
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.QueryCanceled, PostgresErrorCodes.ObjectNotInPrerequisiteState,
    ];

    private static readonly string[] ServerNoRoom = [PostgresErrorCodes.DiskFull, PostgresErrorCodes.IoError];

    /// <summary>Null where it does not pass.</summary>
    public static PassingFault? Of(Exception? exception) => exception is null ? null : OfItself(exception) ?? Of(exception.InnerException);

    private static PassingFault? OfItself(Exception exception) => exception switch
    {
        SqliteException sqlite when SqliteNoRoom.Contains(sqlite.SqliteErrorCode) => PassingFault.NoRoom,
        SqliteException sqlite when SqliteBusy.Contains(sqlite.SqliteErrorCode) => PassingFault.Busy,
        PostgresException postgres when ServerNoRoom.Contains(postgres.SqlState) => PassingFault.NoRoom,
        PostgresException postgres when ServerBusy.Contains(postgres.SqlState) => PassingFault.Busy,
        // Of the connection and not of what was asked: it broke, or its transaction ended with it.
        NpgsqlException and not PostgresException or InvalidOperationException { Source: nameof(Npgsql) } => PassingFault.Busy,
        DbException { IsTransient: true } or TimeoutException or RetryLimitExceededException => PassingFault.Busy,
        KeysAwayException => PassingFault.Busy,
        IOException file when NoRoomOnDisk.Contains(file.HResult) => PassingFault.NoRoom,
        _ => null,
    };
}
