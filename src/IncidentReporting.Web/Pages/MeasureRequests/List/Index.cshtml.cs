using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.MeasureRequests;
using IncidentReporting.Application.MeasureRequests.List;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.MeasureRequests.List;

[Allow(nameof(Operations.ListMeasureRequests))]
internal sealed class IndexModel(CurrentUser user, IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<MeasureRequestView> Requests { get; private set; } = [];

    public string? Next { get; private set; }

    public DateTimeOffset Now { get; } = time.Now();

    public bool MayAsk => Operations.CreateMeasureRequest.IsFor(user.Roles);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var requests = await mediator.Send(new ListMeasureRequestsQuery(new Paging(Paging.DefaultLimit, After is null ? null : Cursor.Parse(After))), cancellationToken);
        (Requests, Next) = (requests.Items, requests.Next);
    }
}
