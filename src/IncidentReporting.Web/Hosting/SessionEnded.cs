using Microsoft.AspNetCore.Http;

namespace IncidentReporting.Web.Hosting;

/// <summary>Left for the sign-in page when it is shown in place of a form that was sent after the session had ended.</summary>
/// <param name="Kept">What was typed, sealed; null where there was nothing to keep.</param>
internal sealed record SessionEnded(string? Kept, string ReturnUrl)
{
    public static SessionEnded? In(HttpContext context) => context.Items[typeof(SessionEnded)] as SessionEnded;

    public void LeaveIn(HttpContext context) => context.Items[typeof(SessionEnded)] = this;
}
