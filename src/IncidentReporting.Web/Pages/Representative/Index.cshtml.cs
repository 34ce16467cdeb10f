using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.CoSignAction;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Application.Incidents.ListMyDisclosures;
using IncidentReporting.Application.Incidents.ListUnsigned;
using IncidentReporting.Application.MeasureRequests;
using IncidentReporting.Application.MeasureRequests.List;
using IncidentReporting.Application.Statistics.Signals.ListOpen;
using IncidentReporting.Application.WorkStops;
using IncidentReporting.Application.WorkStops.List;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Paging = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Representative;

/// <summary>The safety representative's own page: what needs me, the cases of my area, requests, stops of work and what I have passed on.</summary>
[Allow(nameof(Operations.ListUnsignedActions))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const int Few = 5;
    private const int Recent = 30;

    private static readonly string[] BeforeAssessment = ["submitted", "acknowledged"];

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now { get; } = time.Now();

    /// <summary>Cases that are to be assessed together with me.</summary>
    public IReadOnlyList<IncidentLine> ToAssess { get; private set; } = [];

    public IReadOnlyList<UnsignedAction> Unsigned { get; private set; } = [];

    public IReadOnlyList<IncidentLine> Cases { get; private set; } = [];

    public IReadOnlyList<MeasureRequestView> Requests { get; private set; } = [];

    public IReadOnlyList<WorkStopView> Stops { get; private set; } = [];

    /// <summary>Early warnings that wait.</summary>
    public IReadOnlyList<OpenSignal> Signals { get; private set; } = [];

    public IReadOnlyList<MyDisclosure> Disclosures { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.CoSignAction))]
    public async Task<IActionResult> OnPostCoSignAsync(Guid incident, Guid action, CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(new CoSignActionCommand(new CaseReference(new IncidentId(incident), Number: null), action), ModelState, cancellationToken))
        {
            return Redirect("/representative?done=co_signed");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var toAssess = new List<IncidentLine>();
        foreach (var state in BeforeAssessment)
        {
            toAssess.AddRange((await mediator.Send(new ListIncidentsQuery(new Paging(Recent)) { State = state }, cancellationToken)).Items);
        }

        ToAssess = toAssess;
        Cases = [.. (await mediator.Send(new ListIncidentsQuery(new Paging(Recent)), cancellationToken)).Items.Where(line => line.Number is not null).Take(Few)];
        Unsigned = (await mediator.Send(new ListUnsignedActionsQuery(), cancellationToken)).Items;
        Requests = [.. (await mediator.Send(new ListMeasureRequestsQuery(new Paging(Recent)), cancellationToken)).Items.OrderBy(request => request.State == "closed").Take(Few)];
        Stops = [.. (await mediator.Send(new ListWorkStopsQuery(new Paging(Recent)), cancellationToken)).Items.OrderBy(stop => stop.EndedAt is not null).Take(Few)];
        Signals = await mediator.Send(new ListOpenSignalsQuery(), cancellationToken);
        Disclosures = (await mediator.Send(new ListMyDisclosuresQuery(new Paging(Few)), cancellationToken)).Items;
    }
}
