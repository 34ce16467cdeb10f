using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts.ChangePassword;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Settings.Password;

[Allow(nameof(Operations.ReadPages))]
[HoldsPassword]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [Allow(nameof(Operations.ChangePassword))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await mediator.TrySendAsync(new ChangePasswordCommand(Current ?? string.Empty, Next ?? string.Empty), ModelState, cancellationToken)
            ? Redirect("/settings?done=password")
            : Page();
}
