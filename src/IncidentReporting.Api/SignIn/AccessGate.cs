using IncidentReporting.Api.Problems;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;

namespace IncidentReporting.Api.SignIn;

/// <summary>Holds every route to its row of the access table, before anything of the call is read.</summary>
internal sealed class AccessGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is { } operation)
        {
            if (operation.Audience != Audience.Anyone && !user.IsSignedIn)
            {
                throw new RequestRefusedException(ProblemKind.NotSignedIn);
            }

            if (!operation.IsFor(user.Roles))
            {
                throw new NotAllowedException();
            }
        }

        return next(context);
    }
}
