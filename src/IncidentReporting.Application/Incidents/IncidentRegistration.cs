using IncidentReporting.Application.Incidents.Evidence;
using IncidentReporting.Application.Incidents.ExpireDrafts;
using IncidentReporting.Application.Incidents.Report;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IncidentReporting.Application.Incidents;

public static class IncidentRegistration
{
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseSaving>();
        services.AddScoped<CaseReadings>();
        services.AddScoped<MassReading>();
        services.TryAddSingleton(new MassReadingLimit(MassReadingLimit.Default));
        services.AddScoped<Exclude.KeptOutMails>();
        services.AddScoped<CaseNotices>();
        services.AddScoped<CaseIntake>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<IScanWork, ScanWork>();
        services.AddScoped<IDraftExpiry, DraftExpiry>();
        return services;
    }
}
