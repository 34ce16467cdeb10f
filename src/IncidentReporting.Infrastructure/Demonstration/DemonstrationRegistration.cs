using IncidentReporting.Application.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Demonstration;

public static class DemonstrationRegistration
{
    /// <summary>The demonstration; needs persistence, accounts, organisation and obligations.</summary>
    public static IServiceCollection AddDemonstration(this IServiceCollection services)
    {
        services.AddScoped<CaseTables>();
        services.AddScoped<CaseWriter>();
        services.AddScoped<IDemonstration, DemonstrationData>();
        return services;
    }
}
