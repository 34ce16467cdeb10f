using IncidentReporting.Application.Common;
using IncidentReporting.Infrastructure.Persistence.Log;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Persistence;

public static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseSettings settings, SealingFolder keys)
    {
        services.AddSealing(keys);
        services.AddSingleton(settings);
        services.Configure<IdentityOptions>(UsePasskeys);
        switch (settings.Provider)
        {
            case DatabaseProvider.SqlServer:
                services.AddDbContext<AppDb, SqlServerAppDb>(options => options.UseSqlServerDatabase(settings.ConnectionString));
                break;
            case DatabaseProvider.PostgreSql:
                services.AddDbContext<AppDb, NpgsqlAppDb>(options => options.UsePostgreSqlDatabase(settings.ConnectionString));
                break;
            default:
                services.AddDbContext<AppDb, SqliteAppDb>(options => options.UseSqliteDatabase(settings.ConnectionString));
                break;
        }

        services.AddScoped<IIncidentReportingDb>(provider => provider.GetRequiredService<AppDb>());
        services.AddScoped<ICaseNumbers, CaseNumbers>();
        services.AddScoped<IDatabase, Database>();
        return services;
    }

    internal static void UsePasskeys(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    internal static DbContextOptionsBuilder UseSqliteDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, database => database.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IMigrationsSqlGenerator, SqliteTables>().AddInterceptors(new SqliteConnectionSetUp()).Quietly();

    internal static DbContextOptionsBuilder UsePostgreSqlDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, database => database.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IMigrationsSqlGenerator, NpgsqlTables>().Quietly();

    internal static DbContextOptionsBuilder UseSqlServerDatabase(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, database => database.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IMigrationsSqlGenerator, SqlServerTables>().Quietly();

    // Failed commands are told by whoever sent them; the provider's own messages would carry values.
    private static DbContextOptionsBuilder Quietly(this DbContextOptionsBuilder options) =>
        options.AddInterceptors(SealReader.Instance).EnableSensitiveDataLogging(false).ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
}
