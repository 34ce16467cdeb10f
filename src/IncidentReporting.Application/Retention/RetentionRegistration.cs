using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Retention;

public static class RetentionRegistration
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddScoped<RetentionPolicies>();
        services.AddScoped<DueItems>();
        services.AddScoped<RetentionDesk>();
        services.AddScoped<SubjectAccess.PersonDataReader>();
        services.AddScoped<SubjectAccess.SubjectCases>();
        services.AddScoped<Runs.RetentionRunReader>();
        services.AddScoped<IShortLived, ShortLived>();
        return services;
    }
}
