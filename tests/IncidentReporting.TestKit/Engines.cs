using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.TestKit;

/// <summary>The databases to run a fixture on: <c>[TestFixtureSource(typeof(Engines), nameof(Engines.All))]</c>.</summary>
public static class Engines
{
    public static readonly string? SqlServer = Environment.GetEnvironmentVariable("TEST_SQLSERVER") is { Length: > 0 } connection ? connection : null;

    public static IEnumerable<DatabaseProvider> All()
    {
        yield return DatabaseProvider.Sqlite;
        yield return DatabaseProvider.PostgreSql;
        if (SqlServer is not null)
        {
            yield return DatabaseProvider.SqlServer;
        }
    }
}
