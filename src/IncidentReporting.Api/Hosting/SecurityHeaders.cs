using IncidentReporting.Api.Routing;
using Microsoft.Net.Http.Headers;

namespace IncidentReporting.Api.Hosting;

/// <summary>What every answer tells the browser: nothing from elsewhere, no script but our own, nothing kept.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Also on problems, which begin by clearing what has been set.
        // The address is looked at now: the page of a problem stands under another.
        var referrer = HasSecretAddress(context.Request.Path) ? "no-referrer" : "same-origin";
        context.Response.OnStarting(() => Set(context, referrer));
        return next(context);
    }

    private static Task Set(HttpContext context, string referrer)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ForeignContent.Is(context) ? ForeignContent.Policy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = referrer;
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (context.Request.Path.StartsWithSegments(Routes.Base, StringComparison.OrdinalIgnoreCase) || context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            headers.CacheControl = "no-store";
            headers.Append(HeaderNames.Vary, "Accept, Accept-Language, Authorization, Cookie");
        }

        return Task.CompletedTask;
    }

    // The link to the survey is the right to answer it.
    private static bool HasSecretAddress(PathString path) =>
        path.StartsWithSegments("/pulse", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments($"{Routes.Base}/pulse", StringComparison.OrdinalIgnoreCase);
}
