using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IncidentReporting.Application.Tests.Persistence;

/// <summary>A new, empty database of one kind, gone after the test.</summary>
internal sealed class IncidentDatabase : IAsyncDisposable
{
    private readonly Func<AppDb> _open;
    private readonly string? _file;

    private IncidentDatabase(Func<AppDb> open, string? file)
    {
        _open = open;
        _file = file;
    }

    public AppDb Open() => _open();

    public static async Task<IncidentDatabase> CreateAsync(DatabaseProvider provider)
    {
        var name = "incidents_" + Guid.NewGuid().ToString("N");
        var file = provider == DatabaseProvider.Sqlite ? Path.Combine(Path.GetTempPath(), name + ".db") : null;
        Func<AppDb> open = file is not null ? () => OnSqlite(file) : () => OnPostgreSql(name);
        await using var db = open();
        await db.Database.EnsureCreatedAsync();
        return new IncidentDatabase(open, file);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var db = Open())
        {
            await db.Database.EnsureDeletedAsync();
        }

        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    private static SqliteAppDb OnSqlite(string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;
        return new SqliteAppDb(DesignOptions.For<SqliteAppDb>(options => options.UseSqliteDatabase(connection)));
    }

    private static NpgsqlAppDb OnPostgreSql(string name)
    {
        var server = Environment.GetEnvironmentVariable("TEST_POSTGRES");
        Assume.That(server, Is.Not.Null, "A PostgreSQL server is named in TEST_POSTGRES.");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ConnectionString;
        return new NpgsqlAppDb(DesignOptions.For<NpgsqlAppDb>(options => options.UsePostgreSqlDatabase(connection)));
    }
}
