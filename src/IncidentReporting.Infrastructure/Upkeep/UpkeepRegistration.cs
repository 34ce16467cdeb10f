using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Upkeep;

public static class UpkeepRegistration
{
    /// <summary>Tidies from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddScoped<IUpkeep, DraftUpkeep>();
        services.AddScoped<IUpkeep, SignalUpkeep>();
        services.AddHostedService<UpkeepService>();
        return services;
    }
}
