using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Statistics.Headcounts;

public static class HeadcountRegistration
{
    public static IServiceCollection AddHeadcounts(this IServiceCollection services)
    {
        services.AddScoped<HeadcountDesk>();
        services.AddScoped<IHeadcounts, HeadcountReader>();
        return services;
    }
}
