using IncidentReporting.Application.Log;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Log;

public static class LogRegistration
{
    /// <summary>The chain of the log; needs persistence.</summary>
    public static IServiceCollection AddLog(this IServiceCollection services, LogFolders folders)
    {
        services.AddSingleton(folders);
        services.AddSingleton<LogKey>();
        services.AddSingleton<ILogKey>(provider => provider.GetRequiredService<LogKey>());
        services.AddSingleton<LogCheckpoints>();
        services.AddSingleton<LogSealer>();
        services.AddSingleton<ILogSealing>(provider => provider.GetRequiredService<LogSealer>());
        services.AddScoped<LogChecks>();
        services.AddScoped<LogHeads>();
        services.AddScoped<LogLinker>();
        services.AddScoped<ILogVerifier, LogVerifier>();
        return services;
    }

    /// <summary>Links and checks by itself; for the server, not for commands.</summary>
    public static IServiceCollection AddLogSealer(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<LogSealer>());
        services.AddHostedService<LogCheckService>();
        return services;
    }
}
