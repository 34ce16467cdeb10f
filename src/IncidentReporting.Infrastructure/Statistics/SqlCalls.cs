using System.Data.Common;
using System.Runtime.CompilerServices;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Plain SQL on the context's connection and transaction, for what is read and summed by the thousands. Written so that all three databases take it.</summary>
internal static class SqlCalls
{
    private const int MinutesAtMost = 60;

    public static async Task<List<T>> ReadAsync<T>(
        this AppDb db, string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        var rows = new List<T>();
        await db.ReadEachAsync(sql, reader => rows.Add(read(reader)), cancellationToken, parameters);
        return rows;
    }

    /// <summary>Hands over each row as it comes; nothing is kept.</summary>
    public static async Task ReadEachAsync(
        this AppDb db, string sql, Action<DbDataReader> row, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(db, sql, parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                row(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The rows one by one, for who may stop at any of them.</summary>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this AppDb db, string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(db, sql, parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                yield return read(reader);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static async Task<int> DoAsync(this AppDb db, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Command(db, sql, parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>As a packed id is stored.</summary>
    public static byte[] Packed(this Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid PackedId(this DbDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column), bigEndian: true);

    /// <summary><c>@a0, @a1, ...</c> and their values.</summary>
    public static (string Names, (string Name, object Value)[] Values) List<T>(string prefix, IEnumerable<T> values)
        where T : notnull
    {
        var listed = values.Select((value, index) => (Name: $"@{prefix}{index}", Value: (object)value)).ToArray();
        return (string.Join(", ", listed.Select(one => one.Name)), listed);
    }

    private static DbCommand Command(AppDb db, string sql, (string Name, object Value)[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = MinutesAtMost * 60;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
