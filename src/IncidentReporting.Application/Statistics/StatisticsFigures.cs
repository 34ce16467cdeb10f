using IncidentReporting.Application.Statistics.Figures;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Statistics;

public static class StatisticsFigures
{
    /// <summary>What the protected figures are made by; needs the store, headcounts and organisation.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddScoped<ProtectedFigures>();
        services.AddScoped<StatisticsNodes>();
        return services;
    }
}
