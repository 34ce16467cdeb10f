using System.Text.Encodings.Web;
using System.Text.Unicode;
using IncidentReporting.Application.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Web.Hosting;

/// <summary>Puts the pages into the service.</summary>
public static class WebRegistration
{
    /// <summary>More than any form of ours has; a stranger's form with more fields is refused.</summary>
    private const int MostFields = 2048;

    public static IServiceCollection AddPages(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SessionCookie>();
        services.AddScoped<KeptForms>();
        services.AddScoped<SiteNavigation>();
        services.AddScoped<PageAccess>();
        services.AddScoped<FormsOnce>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostFields);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "incidentreporting.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/calendar"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddRazorPages(options => options.Conventions.Add(new EveryPageNamesItsRule()))
            .AddMvcOptions(options =>
            {
                options.Filters.AddService<PageAccess>();
                options.Filters.AddService<FormsOnce>();
            })
            .AddApplicationPart(typeof(WebRegistration).Assembly);
        return services;
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapGet(Assets.Base + "{name}", Assets.ServeAsync).WithMetadata(Operations.ReadAssets);
        app.MapGet("/calendar/feed/{secret}.ics", CalendarFeed.ServeAsync).WithMetadata(Operations.ReadCalendarFeed).ExcludeFromDescription();
    }
}
