using System.Data.Common;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit.Running;
using Microsoft.Data.Sqlite;

namespace IncidentReporting.Process.Tests.Faults;

/// <summary>What a test asks of a database, or does to it, past the program.</summary>
internal static class Sql
{
    public static async Task<SqliteConnection> OpenAsync(Installation data)
    {
        var connection = new SqliteConnection($"{DatabaseSettings.SqliteIn(data.Folder).ConnectionString};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<long> NumberAsync(Installation data, string sql)
    {
        await using var connection = await OpenAsync(data);
        await using var command = Command(connection, sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task ExecuteAsync(Installation data, string sql)
    {
        await using var connection = await OpenAsync(data);
        await ExecuteAsync(connection, sql);
    }

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written by the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
