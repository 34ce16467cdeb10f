using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Persistence;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) => new(DesignOptions.For<SqliteAppDb>(options => options.UseSqliteDatabase("Data Source=design.db")));
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerAppDb>
{
    public SqlServerAppDb CreateDbContext(string[] args) =>
        new(DesignOptions.For<SqlServerAppDb>(options => options.UseSqlServerDatabase("Server=design;Database=design")));
}

internal sealed class NpgsqlDesign : IDesignTimeDbContextFactory<NpgsqlAppDb>
{
    public NpgsqlAppDb CreateDbContext(string[] args) =>
        new(DesignOptions.For<NpgsqlAppDb>(options => options.UsePostgreSqlDatabase("Host=design;Database=design")));
}

internal static class DesignOptions
{
    // Without the services the model would lack the passkeys: it is made by the version of the schema found there.
    private static readonly IServiceProvider Services =
        new ServiceCollection().Configure<IdentityOptions>(PersistenceRegistration.UsePasskeys).BuildServiceProvider();

    internal static DbContextOptions<T> For<T>(Action<DbContextOptionsBuilder> use)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>().UseApplicationServiceProvider(Services);
        use(options);
        return options.Options;
    }
}
