using IncidentReporting.Api.Describing;
using IncidentReporting.Api.Feedback;
using IncidentReporting.Api.Health;
using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Api.SignIn;
using IncidentReporting.Api.Statistics;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Health;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Infrastructure.Demonstration;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Obligations;
using IncidentReporting.Infrastructure.Backup;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.Infrastructure.Pulse;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.Infrastructure.Upkeep;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace IncidentReporting.Api.Hosting;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    private const long MostConnections = 20_000;

    /// <summary>Serves until the process is asked to stop.</summary>
    public static async Task ServeAsync(string[] args)
    {
        await using var app = Build(args);
        await PrepareAsync(app);
        await app.RunAsync();
    }

    /// <summary>The service with its routes, not yet started.</summary>
    /// <param name="more">What a test replaces.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? more = null)
    {
        var builder = CreateBuilder(args, out var settings);
        ServiceLog.Add(builder.Logging, settings, toConsole: true);
        AddServing(builder.Services, settings, builder.Environment);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>The same parts without the routes and without anything that runs by itself.</summary>
    public static WebApplication BuildForCommand()
    {
        var builder = CreateBuilder([], out var settings);
        ServiceLog.Add(builder.Logging, settings, toConsole: false);
        return builder.Build();
    }

    /// <summary>What must hold before the first call: the tables are there, and no demonstration account in earnest use.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UnfinishedRestore>().Refuse();
        await scope.ServiceProvider.GetRequiredService<IDatabase>().PrepareAsync(app.Lifetime.ApplicationStopping);
        await scope.ServiceProvider.GetRequiredService<SealingCheck>().RunAsync(app.Lifetime.ApplicationStopping);
        await scope.ServiceProvider.GetRequiredService<CampaignSealing>().RunAsync(app.Lifetime.ApplicationStopping);
        await scope.ServiceProvider.GetRequiredService<StatisticsKeyCheck>().RunAsync(app.Lifetime.ApplicationStopping);
        if (!app.Environment.IsDevelopment())
        {
            await DemonstrationStart.RefuseAsync(scope.ServiceProvider, app.Lifetime.ApplicationStopping);
        }
    }

    private static WebApplicationBuilder CreateBuilder(string[] args, out ServiceSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ProjectFolder.Path });
        builder.WebHost.ConfigureKestrel(Limit);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        settings = ServiceSettings.Read(builder.Configuration, builder.Environment);
        AddUseCases(builder.Services, settings, builder.Configuration);
        return builder;
    }

    // Who sends nothing or next to nothing holds no place. What is too long by little is read to its end, or its sender would see a broken line instead of the refusal. No limit on how long a call may work: a report that was taken in is always answered.
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(10));
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
    }

    private static void AddUseCases(IServiceCollection services, ServiceSettings settings, IConfiguration configuration)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddUseCases(typeof(PersistenceRegistration).Assembly, typeof(ServiceHost).Assembly);
        services.AddPersistence(
            settings.Database,
            new SealingFolder(Path.Combine(settings.DataDirectory, "keys"), Given(configuration["Sealing:MasterKey"]), Given(configuration["Sealing:FormerMasterKey"])));
        services.AddBackup(new BackupSettings(settings.DataDirectory, Given(configuration["Backup:Passphrase"])));
        services.AddAccounts();
        services.AddOrganisation();
        services.AddSingleton(new MassReadingLimit(settings.MassReadingPerHour));
        services.AddIncidents();
        services.AddEvidence(
            new EvidenceFolder(Path.Combine(settings.DataDirectory, "attachments")), new EvidenceKeyFolder(Path.Combine(settings.DataDirectory, "keys")), settings.ClamAv);
        services.AddObligations();
        services.AddLog(new LogFolders(Path.Combine(settings.DataDirectory, "keys"), Path.Combine(settings.DataDirectory, "checkpoints")));
        services.AddStatistics(new StatisticsKeyFolder(Path.Combine(settings.DataDirectory, "keys"), configuration["Statistics:Key"]));
        services.AddErasure();
        services.AddHeadcounts();
        services.AddSignals();
        services.AddDemonstration();
        services.AddMail(configuration, new PickupFolder(Path.Combine(settings.DataDirectory, "mail")));
        services.AddPulse();
        services.AddSingleton(new BenchmarkSettings(settings.BenchmarkN));
        services.AddSingleton<ITableAllowance>(new TableAllowance(settings.TablesPerHour));
    }

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;

    private static void AddServing(IServiceCollection services, ServiceSettings settings, IHostEnvironment environment)
    {
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddSingleton<RefusalTranslation>();
        services.AddExceptionHandler<RefusalHandler>();
        services.AddSingleton(settings.CallLimits);
        services.AddFeedbackLimit();
        services.AddSingleton<CsrfTokens>();
        services.AddDescription();
        services.AddPages(new WebSettings(environment.IsDevelopment(), settings.DemoEnabled));

        services.AddSingleton<CallCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<CallCounts>());
        services.AddScoped<MetricsPage>();
        services.AddScoped<IGauges, MailGauges>();
        services.AddScoped<IGauges, DutyGauges>();
        services.AddScoped<IGauges, FigureGauges>();
        services.AddScoped<IGauges, LogGauges>();
        services.AddScoped<IReadiness, DatabaseReadiness>();
        services.AddSingleton<IReadiness, StorageReadiness>();
        services.AddLogSealer();
        services.AddMailDispatcher();
        services.AddReminderScheduler();
        services.AddPulseScheduler();
        services.AddUpkeep();
        services.AddScanning();
        services.AddErasureService();
        services.AddHostedService<KeptAnswersPurge>();
        if (settings.DemoEnabled)
        {
            services.AddSingleton<DemonstrationStart>();
            services.AddSingleton<IReadiness>(provider => provider.GetRequiredService<DemonstrationStart>());
            services.AddHostedService(provider => provider.GetRequiredService<DemonstrationStart>());
        }
    }

    private static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceSettings>().Proxies is { } proxies)
        {
            app.UseForwardedHeaders(proxies);
        }

        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<LanguageChoice>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, AllowStatusCode404Response = true });
        app.UseStatusCodePages(WriteProblemAsync);
        app.UseMiddleware<PageProblems>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<CallerRecognition>();
        app.UseMiddleware<CallLimit>();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<StrictQuery>();
        app.MapFeatures();
        app.MapPages();
        app.MapOperation();
        app.MapDescription();
        app.RequireAccessRules();
    }

    private static Task WriteProblemAsync(StatusCodeContext context) =>
        ProblemKind.OfStatus(context.HttpContext.Response.StatusCode) is { } kind
            ? Problem.Of(kind, context.HttpContext).WriteAsync(context.HttpContext)
            : Task.CompletedTask;
}
