using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Infrastructure.Upkeep;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Evidence;

public static class EvidenceRegistration
{
    /// <summary>Keeps attachments in the folder.</summary>
    public static IServiceCollection AddEvidence(this IServiceCollection services, EvidenceFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton<IEvidenceStore, FileEvidenceStore>();
        services.AddScoped<IUpkeep, OrphanCleaning>();
        return services;
    }
}
