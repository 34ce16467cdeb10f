using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.SupportDirectory;
using IncidentReporting.Application.SupportDirectory.Get;
using IncidentReporting.Application.SupportDirectory.Put;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.SupportDirectory;

/// <summary>What a unit offers by itself; what it has from above is shown and not changed here.</summary>
[Allow(nameof(Operations.SetSupportDirectory))]
internal sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>Empty: the employer as a whole.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public string UnitName { get; private set; } = string.Empty;

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<SupportItem> FromAbove { get; private set; } = [];

    internal IReadOnlyList<TypedOffer> Offers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            throw new NotFoundException();
        }

        Offers = [.. (await ShowAsync(cancellationToken)).Select(TypedOffer.Of)];
    }

    [Allow(nameof(Operations.SetSupportDirectory))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Offers = TypedOffer.In(Request.Form);
        if (await mediator.TrySendAsync(new PutSupportDirectoryCommand(new UnitId(Unit), [.. Offers.Select(offer => offer.ToInput())]), ModelState, cancellationToken))
        {
            return Redirect($"/administration/support-directory?unit={Unit}&done=true");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>What the unit now offers by itself.</summary>
    private async Task<IEnumerable<SupportItem>> ShowAsync(CancellationToken cancellationToken)
    {
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        var unit = units.SingleOrDefault(unit => Unit == Guid.Empty ? unit.ParentId is null : unit.Id.Value == Unit) ?? throw new NotFoundException();
        (Unit, UnitName) = (unit.Id.Value, unit.Name);
        Units = UnitChoices.Of(units, Unit);
        var items = (await mediator.Send(new GetSupportDirectoryQuery(unit.Id), cancellationToken)).Items;
        FromAbove = [.. items.Where(item => item.Unit.Id != unit.Id)];
        return items.Where(item => item.Unit.Id == unit.Id);
    }
}
