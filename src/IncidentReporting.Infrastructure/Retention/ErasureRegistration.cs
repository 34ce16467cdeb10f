using IncidentReporting.Application.Retention;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Retention;

public static class ErasureRegistration
{
    /// <summary>The rules of retention and the erasure by them; needs persistence and statistics.</summary>
    public static IServiceCollection AddErasure(this IServiceCollection services)
    {
        services.AddRetention();
        services.AddScoped<CaseErasure>();
        services.AddScoped<ErasureReplay>();
        services.AddScoped<RetentionWork>();
        services.AddScoped<IUpkeep, ShortLivedUpkeep>();
        return services;
    }

    /// <summary>Erases from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddErasureService(this IServiceCollection services) => services.AddHostedService<RetentionService>();
}
