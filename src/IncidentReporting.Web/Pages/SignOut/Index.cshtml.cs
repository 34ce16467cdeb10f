using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Accounts.SignOut;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.SignOut;

/// <summary>Ends this session.</summary>
[Allow(nameof(Operations.ReadPublicPages))]
[SameOrigin]
internal sealed class IndexModel(IMediator mediator, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    [Allow(nameof(Operations.SignOut))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (user.IsSignedIn)
        {
            await mediator.Send(new SignOutCommand(), cancellationToken);
        }

        SessionCookie.Remove(HttpContext);
        return Redirect("/sign-in");
    }
}
