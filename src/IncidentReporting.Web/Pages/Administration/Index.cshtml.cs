using IncidentReporting.Application.Access;
using IncidentReporting.Application.Administration.GetOverview;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration;

/// <summary>How everything stands that an administrator answers for; a coordinator sees her part.</summary>
[Allow(nameof(Operations.ReadAdministration))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    internal OverviewResult Overview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Overview = await mediator.Send(new GetOverviewQuery(), cancellationToken);
}
