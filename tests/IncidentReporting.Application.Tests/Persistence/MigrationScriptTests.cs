using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IncidentReporting.Application.Tests.Persistence;

/// <summary>The migrations say what the model says, and the scripts under deploy/sql say what the migrations say: <c>deploy/sql/make</c> writes both.</summary>
public sealed class MigrationScriptTests
{
    private static IEnumerable<TestCaseData> Databases() =>
        Server().Append(new TestCaseData(() => (AppDb)new SqliteDesign().CreateDbContext([]), string.Empty).SetArgDisplayNames("Sqlite"));

    private static IEnumerable<TestCaseData> Server() =>
    [
        new TestCaseData(() => (AppDb)new SqlServerDesign().CreateDbContext([]), "sqlserver.sql").SetArgDisplayNames("SqlServer"),
        new TestCaseData(() => (AppDb)new NpgsqlDesign().CreateDbContext([]), "postgresql.sql").SetArgDisplayNames("PostgreSql"),
    ];

    [TestCaseSource(nameof(Databases))]
    public void Model_ComparedToItsMigrations_IsTheSame(Func<AppDb> open, string script)
    {
        using var db = open();

        Assert.That(db.Database.HasPendingModelChanges(), Is.False, "A change of the model needs a migration: deploy/sql/make NAME");
    }

    [TestCaseSource(nameof(Server))]
    public void Script_ComparedToTheMigrations_IsTheSame(Func<AppDb> open, string script)
    {
        using var db = open();

        var expected = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.That(
            Lines(File.ReadAllText(Path.Combine(RepositoryRoot(), "deploy", "sql", script))),
            Is.EqualTo(Lines(expected)),
            "deploy/sql/make writes the scripts anew");
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "IncidentReporting.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
        }

        return folder.FullName;
    }
}
