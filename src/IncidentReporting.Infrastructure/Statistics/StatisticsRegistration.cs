using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.Exports;
using IncidentReporting.Application.Statistics.GetPacket;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Statistics;

public static class StatisticsRegistration
{
    /// <summary>The protected figures; needs persistence.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services, StatisticsKeyFolder keys)
    {
        services.AddSingleton(keys);
        services.AddSingleton<IStatKeys, StatKeys>();
        services.AddSingleton<ICellProtections, StatisticsSecrets>();
        services.AddScoped<IStatisticsStore, StatisticsStore>();
        services.AddScoped<IStatisticsUpkeep, StatisticsUpkeep>();
        services.AddScoped<ReleaseBuilder>();
        services.AddScoped<PersonYears>();
        services.AddScoped<Reconciler>();
        services.AddScoped<IUpkeep, FigureUpkeep>();
        services.AddScoped<StatisticsKeyCheck>();
        services.AddSingleton<IWorkbooks, Workbooks>();
        services.AddSingleton<IPacketSigner, PacketSigner>();
        services.AddSingleton<SheetFiles>();
        services.AddFigures();
        services.AddScoped<IUnitCounts, UnitCounts>();
        return services;
    }
}
