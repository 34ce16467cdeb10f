using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Backup;

public static class BackupRegistration
{
    public static IServiceCollection AddBackup(this IServiceCollection services, BackupSettings settings)
    {
        services.AddSingleton(settings);
        services.AddScoped<IDatabaseCopy>(provider => provider.GetRequiredService<DatabaseSettings>().Provider switch
        {
            DatabaseProvider.PostgreSql => ActivatorUtilities.CreateInstance<PostgreSqlCopy>(provider),
            DatabaseProvider.SqlServer => ActivatorUtilities.CreateInstance<ServerCopy>(provider),
            _ => ActivatorUtilities.CreateInstance<SqliteCopy>(provider),
        });
        services.AddSingleton(new UnfinishedRestore(settings));
        services.AddScoped<BackupWriter>();
        services.AddScoped<BackupReader>();
        services.AddScoped<IBackups, Backups>();
        return services;
    }
}
