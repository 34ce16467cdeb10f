using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Mail.SendTest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Mail;

public static class MailRegistration
{
    /// <summary>Adds the outbox, its texts and the transport of the settings; without <see cref="AddMailDispatcher"/> nothing is sent.</summary>
    /// <param name="folder">Where the pickup transport puts its files.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, PickupFolder folder)
    {
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection(EmailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>();
        services.AddSingleton(folder);
        services.AddSingleton(provider => new MailLinks(new Uri(provider.GetRequiredService<IOptions<EmailOptions>>().Value.BaseUrl)));
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IOutboxSignal>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<MailQueueStatus>();
        services.AddSingleton<IMailQueueStatus>(provider => provider.GetRequiredService<MailQueueStatus>());
        services.AddSingleton(TransportOf);
        services.TryAddScoped<IDigestTime, DefaultDigestTime>();
        services.AddDataProtection();
        services.AddSingleton<ILinkSeal, LinkSeal>();
        services.AddScoped<IOutbox, Outbox>();
        services.AddScoped<IDigest, Digest>();
        services.AddScoped<MailComposer>();
        services.AddScoped<OutboxQueue>();
        services.AddScoped<MailDelivery>();
        services.AddScoped<DigestSender>();
        services.AddScoped<ITestMail, TestMail>();
        return services;
    }

    /// <summary>Sends from this process; for the server, not for commands.</summary>
    public static IServiceCollection AddMailDispatcher(this IServiceCollection services)
    {
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }

    private static IMailTransport TransportOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<EmailOptions>>().Value.Transport switch
        {
#if MAILKIT
            EmailTransport.Smtp => ActivatorUtilities.CreateInstance<MailKit.MailKitTransport>(provider),
#else
            EmailTransport.Smtp => ActivatorUtilities.CreateInstance<SmtpTransport>(provider),
#endif
            _ => ActivatorUtilities.CreateInstance<PickupTransport>(provider),
        };
}
