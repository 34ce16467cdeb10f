namespace IncidentReporting.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

/// <summary>Which database, and where it is.</summary>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    public const string FileName = "incident-reporting.db";

    /// <summary>So many seconds a writer waits for another process that writes, before the call is refused for now.</summary>
    private const int LongestWait = 10;

    /// <summary>The embedded database in the data directory.</summary>
    public static DatabaseSettings SqliteIn(string dataDirectory) =>
        new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(dataDirectory, FileName)};Default Timeout={LongestWait}");
}
