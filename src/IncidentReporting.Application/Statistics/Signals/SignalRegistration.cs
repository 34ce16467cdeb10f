using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Statistics.Signals;

public static class SignalRegistration
{
    /// <summary>The early warning; needs the duties, and <see cref="IUnitCounts"/> of the statistics.</summary>
    public static IServiceCollection AddSignals(this IServiceCollection services)
    {
        services.AddScoped<SignalReader>();
        services.AddScoped<SignalDuties>();
        services.AddScoped<SignalViews>();
        services.AddScoped<ISignalEvaluation, SignalEvaluation>();
        return services;
    }
}
