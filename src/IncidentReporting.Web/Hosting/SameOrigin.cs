using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace IncidentReporting.Web.Hosting;

/// <summary>
/// For forms that must work for who is signed in, signed out or cut off alike, where a token for one of them is refused for the other: leaving, signing in and out,
/// language, feedback. What the browser says of where the form stood takes the token's place.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SameOriginAttribute : IgnoreAntiforgeryTokenAttribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !SameOrigin.Holds(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
        }
    }
}

internal static class SameOrigin
{
    /// <summary>True unless the browser says that another site made the call; a program that says nothing is no browser.</summary>
    public static bool Holds(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var address) && string.Equals(address.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
