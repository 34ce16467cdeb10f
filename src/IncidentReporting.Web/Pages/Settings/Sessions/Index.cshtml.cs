using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts.ListSessions;
using IncidentReporting.Application.Accounts.RevokeSession;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Settings.Sessions;

[Allow(nameof(Operations.ListSessions))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public Guid Session { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public IReadOnlyList<SessionResult> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sessions = await mediator.Send(new ListSessionsQuery(), cancellationToken);

    [Allow(nameof(Operations.RevokeSession))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeSessionCommand(Session), cancellationToken);
        return Redirect("/settings/sessions?ended=true");
    }
}
