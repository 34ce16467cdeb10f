using IncidentReporting.Application.Accounts;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Infrastructure.Identity;

public static class AccountsRegistration
{
    private const int ShortestPassword = 12;

    /// <summary>Accounts, their passwords and second factors, and the keys that sessions are sealed with.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("IncidentReporting");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = ActivatorUtilities.CreateInstance<KeyRepository>(provider)));
        services.AddIdentityCore<AppUser>(Configure).AddEntityFrameworkStores<AppDb>().AddDefaultTokenProviders();
        services.AddScoped<IAccounts, Accounts>();
        services.AddSingleton<ISignInLimit, SignInLimit>();
        return services;
    }

    // Length is what makes a password hard to guess; rules of composition only make it hard to remember.
    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.User.AllowedUserNameCharacters = string.Empty;
    }
}
