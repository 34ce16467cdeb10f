using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.SignOut;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Leave;

/// <summary>Ends the session and leads to a page that anyone may be reading. A draft is kept and is there after signing in again.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
[SameOrigin]
internal sealed class IndexModel(IMediator mediator, CurrentUser user, WebSettings settings) : PageModel
{
    public Uri LeaveTo => settings.LeaveTo;

    public IActionResult OnGet() => Redirect("/");

    [Allow(nameof(Operations.SignOut))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (user.IsSignedIn)
        {
            await mediator.Send(new SignOutCommand(), cancellationToken);
        }

        SessionCookie.Remove(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";

        // A redirect out of the service after a form is what the content policy forbids; a page that goes on by itself is not.
        Response.Headers["Refresh"] = "0; url=" + settings.LeaveTo;
        return Page();
    }
}
