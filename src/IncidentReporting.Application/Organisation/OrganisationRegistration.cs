using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Organisation;

public static class OrganisationRegistration
{
    /// <summary>Who people are, what they may and where mail reaches them.</summary>
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<OrgChartCache>();
        services.AddScoped<IOrgCharts, OrgCharts>();
        services.AddScoped<IRecipients, Recipients>();
        services.AddScoped<CurrentUser>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<CurrentUser>());
        services.AddScoped<ICallers, Callers>();
        services.AddScoped<SignInGuard>();
        return services;
    }
}
