using IncidentReporting.Application.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Statistics;

public static class StatisticsRegistration
{
    /// <summary>The protected figures; needs persistence.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<IStatKeys, StatKeys>();
        return services;
    }
}
