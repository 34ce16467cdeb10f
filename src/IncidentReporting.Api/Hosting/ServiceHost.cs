using System.Globalization;
using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Api.SignIn;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;

namespace IncidentReporting.Api.Hosting;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddUseCases(typeof(ServiceHost).Assembly);
        services.AddOrganisation();
        services.AddHttpContextAccessor();
        services.AddExceptionHandler<RefusalHandler>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        var app = builder.Build();
        app.UseMiddleware<LanguageChoice>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, AllowStatusCode404Response = true });
        app.UseStatusCodePages(WriteProblemAsync);
        app.UseRouting();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<StrictQuery>();
        app.MapFeatures();
        app.RequireAccessRules();
        return app;
    }

    private static Task WriteProblemAsync(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context) =>
        ProblemKind.OfStatus(context.HttpContext.Response.StatusCode) is { } kind
            ? Problem.Of(kind, context.HttpContext).WriteAsync(context.HttpContext)
            : Task.CompletedTask;
}

/// <summary>The language of the answer: the first of Swedish and English that Accept-Language names, else Swedish.</summary>
internal sealed class LanguageChoice(RequestDelegate next)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Choose(context.Request.GetTypedHeaders());
        return next(context);
    }

    private static CultureInfo Choose(Microsoft.AspNetCore.Http.Headers.RequestHeaders headers)
    {
        foreach (var wanted in headers.AcceptLanguage.Where(wanted => wanted.Quality is not 0).OrderByDescending(wanted => wanted.Quality ?? 1))
        {
            var name = wanted.Value.ToString();
            if (name.StartsWith("sv", StringComparison.OrdinalIgnoreCase) || name == "*")
            {
                return Swedish;
            }

            if (name.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            {
                return English;
            }
        }

        return Swedish;
    }
}
