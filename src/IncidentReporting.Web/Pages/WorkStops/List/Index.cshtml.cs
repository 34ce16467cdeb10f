using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.WorkStops;
using IncidentReporting.Application.WorkStops.List;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.WorkStops.List;

[Allow(nameof(Operations.ListWorkStops))]
internal sealed class IndexModel(CurrentUser user, IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<WorkStopView> Stops { get; private set; } = [];

    public string? Next { get; private set; }

    public DateTimeOffset Now { get; } = time.Now();

    public bool MayStop => Operations.CreateWorkStop.IsFor(user.Roles);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var stops = await mediator.Send(new ListWorkStopsQuery(new Paging(Paging.DefaultLimit, After is null ? null : Cursor.Parse(After))), cancellationToken);
        (Stops, Next) = (stops.Items, stops.Next);
    }
}
