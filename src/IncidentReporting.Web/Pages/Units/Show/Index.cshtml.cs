using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Application.Units.GetContacts;
using IncidentReporting.Application.Units.ReviewRoutine;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Units.Show;

/// <summary>A unit: who answers for it, what it offers, and the yearly review of its routine.</summary>
[Allow(nameof(Operations.ListUnits))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const int Few = 4;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? ReviewedOn { get; set; }

    [BindProperty]
    public string? DrilledOn { get; set; }

    public UnitContacts Contacts { get; private set; } = null!;

    public IReadOnlyList<SupportItem> Support { get; private set; } = [];

    public bool HasMoreSupport { get; private set; }

    public DateTimeOffset Now { get; } = time.Now();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        ReviewedOn = Times.ForDateField(ShownZone.DayOf(Now));
        await ReadAsync(cancellationToken);
    }

    [Allow(nameof(Operations.ReviewRoutine))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var command = new ReviewRoutineCommand(
            new UnitId(Id), TypedTime.Day(ReviewedOn, "reviewedOn", ModelState), TypedTime.Day(DrilledOn, "drilledOn", ModelState));
        if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect($"/units/{Id}?done=reviewed");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Contacts = await mediator.Send(new GetUnitContactsQuery(new UnitId(Id)), cancellationToken);
        var support = (await mediator.Send(new GetSupportDirectoryQuery(new UnitId(Id)), cancellationToken)).Items;
        (Support, HasMoreSupport) = ([.. support.Take(Few)], support.Count > Few);
    }
}
