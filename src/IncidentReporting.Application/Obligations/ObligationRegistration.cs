using IncidentReporting.Application.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Obligations;

public static class ObligationRegistration
{
    /// <summary>Duties, policies and reminders; call before the mail's registration, whose digest time this replaces.</summary>
    public static IServiceCollection AddObligations(this IServiceCollection services)
    {
        services.AddSingleton<PolicyCache>();
        services.AddScoped<IPolicies, Policies>();
        services.AddScoped<CaseObligations>();
        services.AddScoped<RequestDuties>();
        services.AddScoped<ISubjectContacts, SubjectContacts>();
        services.AddScoped<IReminders, Reminders>();
        services.AddScoped<Responsibilities>();
        services.AddScoped<MeasureRequests.MeasureRequestDesk>();
        services.AddScoped<IDigestTime, DigestTimes>();
        services.AddScoped<IMailFailureRecipients, MailFailureRecipients>();
        return services;
    }
}
