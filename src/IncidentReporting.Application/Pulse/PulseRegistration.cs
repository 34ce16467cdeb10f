using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Pulse;

public static class PulseRegistration
{
    /// <summary>The anonymous survey; needs mail and statistics.</summary>
    public static IServiceCollection AddPulse(this IServiceCollection services)
    {
        services.AddScoped<PulseDoor>();
        services.AddScoped<IPulseSteps, PulseSteps>();
        return services;
    }
}
