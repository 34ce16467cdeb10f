using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace IncidentReporting.Infrastructure.Persistence;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) => new(Options<SqliteAppDb>(options => options.UseSqliteDatabase("Data Source=design.db")));

    internal static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder> use)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        use(options);
        return options.Options;
    }
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerAppDb>
{
    public SqlServerAppDb CreateDbContext(string[] args) =>
        new(SqliteDesign.Options<SqlServerAppDb>(options => options.UseSqlServerDatabase("Server=design;Database=design")));
}

internal sealed class NpgsqlDesign : IDesignTimeDbContextFactory<NpgsqlAppDb>
{
    public NpgsqlAppDb CreateDbContext(string[] args) =>
        new(SqliteDesign.Options<NpgsqlAppDb>(options => options.UsePostgreSqlDatabase("Host=design;Database=design")));
}
