using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Api.Tests.Statistics;

/// <summary>The service with the key of the test vectors, no limit on tables and a clock that the test moves, and its database from outside.</summary>
internal static class StatisticsHost
{
    public static readonly string[] Settings = [$"--Statistics:Key={TestStatistics.Key}", "--Statistics:TablesPerHour=10000000"];

    public static Action<IServiceCollection> With(FakeTimeProvider time) => services =>
    {
        services.AddSingleton<TimeProvider>(time);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
    };

    /// <summary>Freezes what is due by the clock, as the server and the command do; tells how many months.</summary>
    public static async Task<int> FreezeAsync(this TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None);
    }

    public static async Task RebuildAsync(this TestHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IStatisticsUpkeep>().RebuildAsync(progress: null, CancellationToken.None);
    }

    public static SqliteConnection OpenDatabase(this TestHost host)
    {
        var connection = new SqliteConnection($"Data Source={Directory.GetFiles(host.Folder, "*.db").Single()}");
        connection.Open();
        return connection;
    }

#pragma warning disable CA2100 // Statements of the tests themselves.
    public static int Do(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command.ExecuteNonQuery();
    }

    public static List<object[]> Read(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    public static void Insert(this SqliteConnection connection, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
        var parameters = columns.Select((_, index) => command.Parameters.AddWithValue($"@p{index}", DBNull.Value)).ToArray();
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                parameters[index].Value = row[index] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
#pragma warning restore CA2100
}
