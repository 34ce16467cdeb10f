using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IncidentReporting.TestKit.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace IncidentReporting.Benchmarks;

/// <summary>The least that could take a report in: reads the body, writes the same rows with plain SQL in one transaction, and answers.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<double> _times = new();
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly IReadOnlyList<ReportRow> _rows;
    private readonly string _sql;
    private readonly HashSet<string> _own;
    private readonly string _number;

    private BareEndpoint(WebApplication app, SqliteConnection connection, IReadOnlyList<ReportRow> rows)
    {
        (_app, _connection, _rows) = (app, connection, rows);
        _sql = "PRAGMA defer_foreign_keys=ON;\n" + string.Join('\n', rows.Select((row, number) =>
            $"INSERT INTO \"{row.Table}\" ({string.Join(", ", row.Columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", row.Columns.Select((_, column) => Name(number, column)))});"));

        // The keys that the report made; the same in whichever row refers to them.
        _own = [.. rows.Select(row => row.Values[row.Columns.ToList().IndexOf("Id") is >= 0 and var id ? id : 0]).OfType<string>().Where(value => Guid.TryParse(value, out _))];
        var incident = rows.Single(row => row.Columns.Contains("ReporterId"));
        _number = (string)incident.Values[incident.Columns.ToList().IndexOf("Number")];
        app.MapPost(Calls.Base + "/incidents", (Delegate)ReportAsync);
    }

    public HttpClient Client { get; private set; } = new();

    public static async Task<BareEndpoint> StartAsync(Installation data, IReadOnlyList<ReportRow> rows)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connection = await ReportRows.OpenAsync(data);
        await using (var pragmas = connection.CreateCommand())
        {
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            await pragmas.ExecuteNonQueryAsync();
        }

        var endpoint = new BareEndpoint(builder.Build(), connection, rows);
        await endpoint._app.StartAsync();
        endpoint.Client = new HttpClient { BaseAddress = new Uri(endpoint._app.Urls.First()) };
        return endpoint;
    }

    public IReadOnlyList<double> CallTimes() => [.. _times];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _connection.DisposeAsync();
        _writers.Dispose();
    }

    private static string Name(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"$v{row}_{column}");

    private async Task<IResult> ReportAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var id = Guid.CreateVersion7().ToString().ToUpperInvariant();
        await _writers.WaitAsync();
        try
        {
            await WriteAsync(id);
        }
        finally
        {
            _writers.Release();
        }

        _times.Enqueue(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return Results.Created($"{Calls.Base}/incidents/{id}", new { id, kinds = body.RootElement.GetProperty("kinds").GetArrayLength() });
    }

    private async Task WriteAsync(string id)
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await using var counter = new SqliteCommand("UPDATE \"CaseCounter\" SET \"Last\" = \"Last\" + 1 RETURNING \"Last\"", _connection, transaction);
        var count = Convert.ToInt64(await counter.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        var number = string.Create(CultureInfo.InvariantCulture, $"{_number[..4]}-{count:000000}");

#pragma warning disable CA2100 // Names of tables and columns from the database itself.
        await using var command = new SqliteCommand(_sql, _connection, transaction);
#pragma warning restore CA2100
        var renewed = _own.ToDictionary(old => old, _ => Guid.CreateVersion7().ToString().ToUpperInvariant(), StringComparer.OrdinalIgnoreCase);
        renewed[_own.First()] = id;
        for (var row = 0; row < _rows.Count; row++)
        {
            for (var column = 0; column < _rows[row].Values.Count; column++)
            {
                command.Parameters.AddWithValue(Name(row, column), Renewed(_rows[row].Columns[column], _rows[row].Values[column], renewed, number));
            }
        }

        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private object Renewed(string column, object value, Dictionary<string, string> renewed, string number) => (column, value) switch
    {
        ("KeyHash", _) => $"{Guid.NewGuid():N}{Guid.NewGuid():N}",
        ("DedupKey", string key) => $"{Guid.NewGuid():N}{key[32..]}",
        (_, string text) when text == _number => number,
        (_, string text) when renewed.TryGetValue(text, out var own) => own,
        _ => value,
    };
}
