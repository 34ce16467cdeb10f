using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Application.Statistics.Pulse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentReporting.Application.Statistics;

public static class StatisticsFigures
{
    /// <summary>What the protected figures are made by; needs the store, headcounts and organisation.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddScoped<ProtectedFigures>();
        services.AddScoped<StatisticsNodes>();
        services.AddScoped<NodeStaff>();
        services.AddScoped<SpanChange>();
        services.AddScoped<PulseFigures>();
        services.AddScoped<PulseAsking>();
        services.AddScoped<IndicatorSources>();
        services.TryAddSingleton(new BenchmarkSettings(VisionAnswers: null));
        return services;
    }
}
