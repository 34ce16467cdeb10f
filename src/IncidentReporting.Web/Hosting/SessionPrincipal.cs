using System.Security.Claims;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Web.Hosting;

/// <summary>The person as the framework knows her: by her id alone. What forms are signed for.</summary>
internal static class SessionPrincipal
{
    public static ClaimsPrincipal Of(UserId user, string how = "session") =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, user.Value.ToString())], how));
}
