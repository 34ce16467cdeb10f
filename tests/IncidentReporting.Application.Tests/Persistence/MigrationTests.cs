using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IncidentReporting.Application.Tests.Persistence;

public sealed class MigrationTests
{
    [TestCaseSource(typeof(Engines), nameof(Engines.All))]
    public async Task Migrate_OnAnEmptyDatabase_MakesItReady(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(provider);
        await using var db = database.Open();
        var sut = new Database(db, database.Settings);

        Assert.That(await sut.IsReadyAsync(CancellationToken.None), Is.False);
        await sut.MigrateAsync(CancellationToken.None);

        Assert.That(await sut.IsReadyAsync(CancellationToken.None), Is.True);
        await sut.PrepareAsync(CancellationToken.None);
    }

    [Test]
    public async Task Prepare_OfTheEmbeddedDatabase_MigratesItself()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.Sqlite);
        await using var db = database.Open();
        var sut = new Database(db, database.Settings);

        await sut.PrepareAsync(CancellationToken.None);

        Assert.That(await sut.IsReadyAsync(CancellationToken.None), Is.True);
    }

    [Test]
    public async Task Prepare_OfAServerDatabaseThatIsNotMigrated_IsRefused()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseProvider.PostgreSql);
        await using var db = database.Open();

        await Assert.ThatAsync(
            () => new Database(db, database.Settings).PrepareAsync(CancellationToken.None),
            Throws.TypeOf<DatabaseNotReadyException>().With.Message.Contains("migrate"));
    }

    [Test]
    public void Indexes_OnSqlServer_HaveKeysUnder900Bytes()
    {
        using var db = Design(DatabaseProvider.SqlServer);
        var model = db.GetService<IDesignTimeModel>().Model;
        var keys = model.GetEntityTypes().Where(type => !type.IsMappedToJson()).SelectMany(type => type.GetIndexes().Select(index => (Name: $"{type.Name} {index.GetDatabaseName()}", index.Properties))
            .Concat(type.GetKeys().Select(key => (Name: $"{type.Name} {key.GetName()}", key.Properties))));

        Assert.That(keys.Where(key => key.Properties.Sum(BytesOf) > 900).Select(key => key.Name), Is.Empty);
    }

    [Test]
    public void Deletions_OnSqlServer_ReachNoTableByTwoPaths()
    {
        using var db = Design(DatabaseProvider.SqlServer);
        var model = db.GetService<IDesignTimeModel>().Model;
        var reached = model.GetEntityTypes().ToDictionary(type => type.Name, type => Reached(type).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));

        Assert.That(reached.Where(pair => pair.Value.Any()).Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}"), Is.Empty);
    }

    [Test]
    public void Keys_OfOurOwnTables_AreMadeByTheApplication()
    {
        using var db = Design(DatabaseProvider.SqlServer);
        var generated = db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .Where(type => type.ClrType.Assembly != typeof(Microsoft.AspNetCore.Identity.IdentityUser<Guid>).Assembly && !type.IsMappedToJson() && !type.IsOwned())
            .SelectMany(type => type.GetProperties().Where(property => property.ValueGenerated != ValueGenerated.Never).Select(property => $"{type.ShortName()}.{property.Name}"));

        Assert.That(generated, Is.Empty);
    }

    private static IEnumerable<string> Reached(IEntityType type) =>
        type.GetReferencingForeignKeys()
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !key.IsOwnership && key.DeclaringEntityType != type)
            .SelectMany(key => Reached(key.DeclaringEntityType).Prepend(key.DeclaringEntityType.Name));

    private static int BytesOf(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return type == typeof(string) ? 2 * (property.GetMaxLength() is { } length and > 0 ? length : 4000)
            : type == typeof(byte[]) ? property.GetMaxLength() ?? 8000
            : 16;
    }

    private static AppDb Design(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.SqlServer => new SqlServerDesign().CreateDbContext([]),
        DatabaseProvider.PostgreSql => new NpgsqlDesign().CreateDbContext([]),
        _ => new SqliteDesign().CreateDbContext([]),
    };
}
