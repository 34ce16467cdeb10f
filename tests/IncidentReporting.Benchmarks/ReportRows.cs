using System.Globalization;
using IncidentReporting.TestKit.Running;
using Microsoft.Data.Sqlite;

namespace IncidentReporting.Benchmarks;

/// <summary>One row that a report writes, with the values of one that was written.</summary>
internal sealed record ReportRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object> Values);

internal static class ReportRows
{
    /// <summary>Finds what one more report adds to every table.</summary>
    public static async Task<IReadOnlyList<ReportRow>> OfAsync(Installation data, Func<Task> report)
    {
        await using var connection = await OpenAsync(data);
        var before = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(connection))
        {
            before[table] = await LastAsync(connection, table);
        }

        await report();
        var rows = new List<ReportRow>();
        foreach (var (table, last) in before)
        {
            rows.AddRange(await ReadAsync(connection, table, last));
        }

        return rows;
    }

    public static async Task<SqliteConnection> OpenAsync(Installation data)
    {
        var connection = new SqliteConnection(DatabaseOf(data));
        await connection.OpenAsync();
        return connection;
    }

    private static string DatabaseOf(Installation data) => IncidentReporting.Infrastructure.Persistence.DatabaseSettings.SqliteIn(data.Folder).ConnectionString;

    private static async Task<List<string>> TablesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task<long> LastAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own list of tables.
        command.CommandText = $"SELECT COALESCE(MAX(rowid), 0) FROM \"{table}\"";
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<List<ReportRow>> ReadAsync(SqliteConnection connection, string table, long after)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own list of tables.
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE rowid > $after ORDER BY rowid";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$after", after);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<ReportRow>();
        while (await reader.ReadAsync())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(new ReportRow(table, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], values));
        }

        return rows;
    }
}
