using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts.ListAccessTokens;
using IncidentReporting.Application.Accounts.RevokeAccessToken;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Settings.Tokens;

/// <summary>Which programs may act in my name.</summary>
[Allow(nameof(Operations.ListAccessTokens))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Revoked { get; set; }

    public IReadOnlyList<AccessTokenResult> Tokens { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Tokens = await mediator.Send(new ListAccessTokensQuery(), cancellationToken);

    [Allow(nameof(Operations.RevokeAccessToken))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeAccessTokenCommand(Token), cancellationToken);
        return Redirect("/settings/tokens?revoked=true");
    }
}
