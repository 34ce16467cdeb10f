using IncidentReporting.Api.Problems;
using IncidentReporting.Api.Routing;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Api.SignIn;

/// <summary>Holds every route to its row of the access table, before anything of the call is read.</summary>
internal sealed class AccessGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentUser user, CsrfTokens csrf)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { } operation)
        {
            if (operation.Audience != Audience.Anyone && !user.IsSignedIn)
            {
                throw new RequestRefusedException(ProblemKind.NotSignedIn);
            }

            if (user.IsSignedIn)
            {
                CheckCaller(context, user.Caller, csrf);
            }

            if (!operation.IsFor(user.IsSignedIn ? user.Roles : []))
            {
                throw new NotAllowedException();
            }
        }

        return next(context);
    }

    private static void CheckCaller(HttpContext context, Caller caller, CsrfTokens csrf)
    {
        var writes = !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
        if (caller.Scopes is { } scopes && !AccessScopes.Allow(scopes, PartOf(context.Request.Path), writes))
        {
            throw new NotAllowedException();
        }

        // A page's form carries its own token, which the page itself checks.
        var metadata = context.GetEndpoint()!.Metadata;
        if (writes && caller.SessionId is { } session && metadata.GetMetadata<NoAntiforgery>() is null && metadata.GetMetadata<PageActionDescriptor>() is null
            && !csrf.IsFor(session, context.Request.Headers[CsrfTokens.Header]))
        {
            throw new RequestRefusedException(ProblemKind.CsrfTokenMissing);
        }
    }

    private static string PartOf(PathString path) =>
        path.StartsWithSegments(Routes.Base, StringComparison.OrdinalIgnoreCase, out var rest) ? rest.Value!.Split('/', 3) is [_, var part, ..] ? part : string.Empty : string.Empty;
}
