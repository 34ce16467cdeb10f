using System.Globalization;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Web.Hosting;

namespace IncidentReporting.Api.SignIn;

/// <summary>Finds out who is calling: by access token or else by session cookie. Anew at each call, so that a revoked one is of no use.</summary>
internal sealed class CallerRecognition(RequestDelegate next)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context, ICallers callers, CurrentUser user, SessionCookie cookie)
    {
        // The page of a problem stands in for another, whose caller is known, or could not be found out.
        if (PageProblem.In(context) is null && context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is not { IsNameless: true }
            && await FindAsync(context, callers, cookie) is { } caller)
        {
            user.Become(caller, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            ShownZone.Use(caller.Zone);
            context.User = SessionPrincipal.Of(caller.Id, caller.SessionId is null ? "token" : "session");
        }

        await next(context);
    }

    private static async Task<Caller?> FindAsync(HttpContext context, ICallers callers, SessionCookie cookie)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await callers.ByTokenAsync(header[Bearer.Length..].Trim(), context.RequestAborted)
                : null;
        }

        return cookie.Read(context) is { } session ? await callers.BySessionAsync(session, context.RequestAborted) : null;
    }
}
