using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Api.Hosting;

/// <summary>Whoever asked for a page is answered by a page: the way in when nobody is signed in, else what went wrong and where to go on.</summary>
internal sealed class PageProblems(RequestDelegate next, RefusalTranslation refusals)
{
    private const string SignIn = "/sign-in";
    private static readonly string[] ForPrograms = ["/api", "/openapi", "/health", "/metrics", "/docs", Web.Hosting.Assets.Base];

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested && WantsPage(context))
        {
            await AnswerAsync(context, exception);
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentLength: null, ContentType: null } && WantsPage(context)
            && ProblemKind.OfStatus(context.Response.StatusCode) is { } kind)
        {
            await ShowAsync(context, Problem.Of(kind, context));
        }
    }

    private static bool WantsPage(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        {
            return true;
        }

        return !Array.Exists(ForPrograms, part => context.Request.Path.StartsWithSegments(part.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private async Task AnswerAsync(HttpContext context, Exception exception)
    {
        var (problem, retryAfter) = refusals.Translate(exception, context);
        if (problem.Status != StatusCodes.Status401Unauthorized)
        {
            await ShowAsync(context, problem, retryAfter);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            var address = context.Request.Path + context.Request.QueryString.ToString();
            context.Response.Redirect(address == "/" ? SignIn : $"{SignIn}?returnUrl={Uri.EscapeDataString(address)}");
            return;
        }

        // A script that saves in the background is told so; it shows the way in itself.
        if (context.Request.Headers["Sec-Fetch-Mode"] is var mode && mode.Count > 0 && mode != "navigate")
        {
            await problem.WriteAsync(context);
            return;
        }

        var kept = await context.RequestServices.GetRequiredService<KeptForms>().SealAsync(context);
        new SessionEnded(kept, context.Request.Path).LeaveIn(context);
        await InPlaceAsync(context, SignIn, StatusCodes.Status401Unauthorized);
    }

    private async Task ShowAsync(HttpContext context, Problem problem, TimeSpan? retryAfter = null)
    {
        new PageProblem(problem.Status, problem.Title, problem.Detail, problem.TraceId) { Sent = await SentAsync(context, problem.Status) }.LeaveIn(context);
        await InPlaceAsync(context, PageProblem.Address, problem.Status, retryAfter);
    }

    // What could go through another time is handed back; what never can is not.
    private static async Task<KeptForm?> SentAsync(HttpContext context, int status)
    {
        if (status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        try
        {
            var user = context.RequestServices.GetRequiredService<CurrentUser>();
            return await KeptForms.TakeAsync(context, user.IsSignedIn ? user.Id : default);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private async Task InPlaceAsync(HttpContext context, string address, int status, TimeSpan? retryAfter = null)
    {
        context.Response.Clear();
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.SetEndpoint(endpoint: null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = address;
        context.Request.QueryString = QueryString.Empty;
        context.Response.StatusCode = status;
        await next(context);
    }
}
