using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IncidentReporting.TestKit;

/// <summary>An empty database with all tables, of its own for each test that asks for one.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);

    private readonly Func<Task> _drop;
    private readonly Lazy<ServiceProvider> _services;

    private TestDatabase(DatabaseSettings settings, Func<Task> drop)
    {
        Settings = settings;
        _drop = drop;
        _services = new(() => new ServiceCollection().AddPersistence(Settings, Keys).BuildServiceProvider());
    }

    public DatabaseSettings Settings { get; }

    /// <summary>The keys that its texts are sealed by; gone with it.</summary>
    public SealingFolder Keys { get; } = new(TestFolder.Create("keys-"));

    /// <summary>A database with this version's tables.</summary>
    public static Task<TestDatabase> CreateAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => CreateSqlServerAsync(withTables: true),
        DatabaseProvider.PostgreSql => CopyPostgreSqlAsync(PostgreSqlTemplate.Value),
        _ => CopySqliteAsync(SqliteTemplate.Value),
    };

    /// <summary>A database without any tables.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => CreateSqlServerAsync(withTables: false),
        DatabaseProvider.PostgreSql => CopyPostgreSqlAsync(Task.FromResult("template0")),
        _ => CopySqliteAsync(template: null),
    };

    /// <summary>A server database as it is now, copied beside the first; it stays until the server of the tests goes.</summary>
    public static async Task<DatabaseSettings> CopyOfAsync(DatabaseSettings settings)
    {
        var server = await PostgreSqlServer.GetAsync();
        var (name, from) = (NewName(), new NpgsqlConnectionStringBuilder(settings.ConnectionString).Database);
        await using (var connection = new NpgsqlConnection(settings.ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {from}");
        return new DatabaseSettings(DatabaseProvider.PostgreSql, server.ConnectionTo(name));
    }

    /// <summary>A context on the database, outside any service.</summary>
    public AppDb Open() => _services.Value.CreateScope().ServiceProvider.GetRequiredService<AppDb>();

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }

        await _drop();
        Directory.Delete(Keys.Path, recursive: true);
    }

    private static AppDb Open(DatabaseSettings settings) => settings.Provider switch
    {
        DatabaseProvider.SqlServer => new SqlServerAppDb(DesignOptions.For<SqlServerAppDb>(options => options.UseSqlServerDatabase(settings.ConnectionString))),
        DatabaseProvider.PostgreSql => new NpgsqlAppDb(DesignOptions.For<NpgsqlAppDb>(options => options.UsePostgreSqlDatabase(settings.ConnectionString))),
        _ => new SqliteAppDb(DesignOptions.For<SqliteAppDb>(options => options.UseSqliteDatabase(settings.ConnectionString))),
    };

    private static string NewName() => $"t_{Guid.NewGuid():N}";

    private static async Task<TestDatabase> CopySqliteAsync(Task<string>? template)
    {
        var folder = TestFolder.Create("db-");
        var settings = DatabaseSettings.SqliteIn(folder);
        if (template is not null)
        {
            File.Copy(await template, Path.Combine(folder, DatabaseSettings.FileName));
        }

        return new TestDatabase(settings, () =>
        {
            using (var connection = new SqliteConnection(settings.ConnectionString))
            {
                SqliteConnection.ClearPool(connection);
            }

            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var folder = TestFolder.Create("db-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TestFolder.AfterExit($"rm -rf '{folder}'");
        var settings = DatabaseSettings.SqliteIn(folder);
        await using (var db = Open(settings))
        {
            await db.Database.EnsureCreatedAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        using (var connection = new SqliteConnection(settings.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        return Path.Combine(folder, DatabaseSettings.FileName);
    }

    private static async Task<TestDatabase> CopyPostgreSqlAsync(Task<string> template)
    {
        var server = await PostgreSqlServer.GetAsync();
        var name = NewName();
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await template}");
        var connectionString = server.ConnectionTo(name);
        return new TestDatabase(new DatabaseSettings(DatabaseProvider.PostgreSql, connectionString), async () =>
        {
            await using (var connection = new NpgsqlConnection(connectionString))
            {
                NpgsqlConnection.ClearPool(connection);
            }

            await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        });
    }

    private static async Task<string> MakePostgreSqlTemplateAsync()
    {
        var server = await PostgreSqlServer.GetAsync();
        var name = NewName();
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        var connectionString = server.ConnectionTo(name);
        await using (var db = Open(new DatabaseSettings(DatabaseProvider.PostgreSql, connectionString)))
        {
            await db.Database.EnsureCreatedAsync();
        }

        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        return name;
    }

    private static async Task<TestDatabase> CreateSqlServerAsync(bool withTables)
    {
        var name = NewName();
        await SqlServerAsync($"CREATE DATABASE {name}");
        var connectionString = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(Engines.SqlServer) { InitialCatalog = name }.ConnectionString;
        var settings = new DatabaseSettings(DatabaseProvider.SqlServer, connectionString);
        if (withTables)
        {
            await using var db = Open(settings);
            await db.Database.EnsureCreatedAsync();
        }

        return new TestDatabase(settings, async () =>
        {
            await using (var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString))
            {
                Microsoft.Data.SqlClient.SqlConnection.ClearPool(connection);
            }

            await SqlServerAsync($"DROP DATABASE {name}");
        });
    }

    private static async Task SqlServerAsync(string sql)
    {
        await using var connection = new Microsoft.Data.SqlClient.SqlConnection(Engines.SqlServer);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name made here, and nothing else.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
