using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace IncidentReporting.Infrastructure.Persistence.Log;

/// <summary>
/// What keeps the log append-only within the database: nothing is deleted, and of an entry only its link is set, once.
/// Whoever may drop a trigger is found by the chain instead.
/// </summary>
/// <remarks>Written with the table by whatever makes it (migrations, scripts, tests), so that no renewed migration can lose them.</remarks>
internal static class LogTriggers
{
    public const string Table = "LogEntry";
    public const string Refusal = "The log is only ever added to.";

    private const string Update = "TR_LogEntry_Update";
    private const string Delete = "TR_LogEntry_Delete";

    public static readonly List<string> Names = [Update, Delete];

    private static readonly string[] Link = ["Seq", "Hash"];

    public static bool IsMadeBy(CreateTableOperation operation) => operation.Name == Table;

    public static IEnumerable<string> ForSqlite(CreateTableOperation table) =>
    [
        $"""
        CREATE TRIGGER "{Delete}" BEFORE DELETE ON "{Table}"
        BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
        """,
        $"""
        CREATE TRIGGER "{Update}" BEFORE UPDATE ON "{Table}"
        WHEN OLD."Seq" IS NOT NULL OR OLD."Hash" IS NOT NULL OR NEW."Seq" IS NULL OR NEW."Hash" IS NULL
            OR {string.Join(" OR ", Kept(table).Select(column => $"NEW.\"{column}\" IS NOT OLD.\"{column}\""))}
        BEGIN SELECT RAISE(ABORT, '{Refusal}'); END
        """,
    ];

    // A row's own trigger has its own words; emptying the table has no rows.
    public static IEnumerable<string> ForPostgreSql(CreateTableOperation table) =>
    [
        $"""
        CREATE FUNCTION "LogEntry_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $refuse$ BEGIN RAISE EXCEPTION '{Refusal}'; END $refuse$
        """,
        $"""
        CREATE TRIGGER "{Delete}" BEFORE DELETE OR TRUNCATE ON "{Table}" FOR EACH STATEMENT EXECUTE FUNCTION "LogEntry_Refuse"()
        """,
        $"""
        CREATE TRIGGER "{Update}" BEFORE UPDATE ON "{Table}" FOR EACH ROW
        WHEN (OLD."Seq" IS NOT NULL OR OLD."Hash" IS NOT NULL OR NEW."Seq" IS NULL OR NEW."Hash" IS NULL
            OR ({string.Join(", ", Kept(table).Select(column => $"NEW.\"{column}\""))}) IS DISTINCT FROM ({string.Join(", ", Kept(table).Select(column => $"OLD.\"{column}\""))}))
        EXECUTE FUNCTION "LogEntry_Refuse"()
        """,
    ];

    // A trigger must stand alone in its batch; within a script that asks first, only EXEC gives it one.
    public static IEnumerable<string> ForSqlServer(CreateTableOperation table) =>
    [
        Exec($"""
        CREATE TRIGGER [{Delete}] ON [{Table}] AFTER DELETE AS
        BEGIN SET NOCOUNT ON; IF EXISTS (SELECT 1 FROM deleted) BEGIN ROLLBACK; THROW 51000, '{Refusal}', 1; END END
        """),
        Exec($"""
        CREATE TRIGGER [{Update}] ON [{Table}] AFTER UPDATE AS
        BEGIN SET NOCOUNT ON;
        IF UPDATE([Id]) OR EXISTS (
            SELECT 1 FROM deleted d JOIN inserted i ON i.[Id] = d.[Id]
            WHERE d.[Seq] IS NOT NULL OR d.[Hash] IS NOT NULL OR i.[Seq] IS NULL OR i.[Hash] IS NULL
                OR EXISTS (SELECT {string.Join(", ", Kept(table).Select(column => $"i.[{column}]"))} EXCEPT SELECT {string.Join(", ", Kept(table).Select(column => $"d.[{column}]"))}))
        BEGIN ROLLBACK; THROW 51000, '{Refusal}', 1; END END
        """),
    ];

    private static IEnumerable<string> Kept(CreateTableOperation table) => table.Columns.Select(column => column.Name).Except(Link, StringComparer.Ordinal);

    private static string Exec(string statement) => $"EXEC(N'{statement.Replace("'", "''", StringComparison.Ordinal)}')";
}
