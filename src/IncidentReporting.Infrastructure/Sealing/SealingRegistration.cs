using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentReporting.Infrastructure.Sealing;

public static class SealingRegistration
{
    /// <summary>The keys that everything people write is sealed with.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services, SealingFolder folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton<IMasterKeys, FileMasterKeys>();
        services.AddSingleton<CaseShares>();
        services.AddSingleton<EmployerKeys>();
        services.AddSingleton(provider => new SealHouse(provider.GetRequiredService<EmployerKeys>(), provider.GetRequiredService<CaseShares>()));
        services.AddSingleton<MasterSeal>();
        services.AddScoped<SealVerifier>();
        services.AddScoped<CampaignSealing>();
        services.AddScoped(provider => new Destruction(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<CaseShares>(), provider.GetService<ILogger<Destruction>>() ?? NullLogger<Destruction>.Instance,
            provider.GetService<IEvidenceStore>()));
        services.AddScoped<IErasure, Erasure>();
        services.AddScoped<ICaseKeys>(provider => new CaseKeys(provider.GetRequiredService<AppDb>(), provider.GetRequiredService<CaseShares>()));
        services.AddScoped(provider => new SealingCheck(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<IMasterKeys>(), provider.GetRequiredService<CaseShares>()));
        services.AddScoped(provider => new KeyRotation(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<IMasterKeys>(), provider.GetRequiredService<EmployerKeys>(),
            provider.GetRequiredService<CaseShares>(), provider.GetRequiredService<SealingFolder>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
