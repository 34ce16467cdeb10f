using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units.Create;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Units;

[Allow(nameof(Operations.CreateUnit))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private static readonly string[] Known = ["added", "changed"];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? ParentId { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Asked { get; set; }

    public string? Done => Array.Find(Known, known => known == Asked);

    internal IReadOnlyList<UnitNode> Top { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.CreateUnit))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        UnitId? parent = Guid.TryParse(ParentId, out var id) ? new UnitId(id) : null;
        if (await mediator.TrySendAsync(new CreateUnitCommand(Name, parent), ModelState, cancellationToken))
        {
            return Redirect("/administration/units?done=added");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Top = UnitNode.Tree(units, ShownZone.DayOf(time.Now()));
        Units = UnitChoices.Of(units);
        ParentId ??= units.Single(unit => unit.ParentId is null).Id.Value.ToString();
    }
}
