using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units;
using IncidentReporting.Application.Units.Change;
using IncidentReporting.Application.Units.Get;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Units;

[Allow(nameof(Operations.ChangeUnit))]
internal sealed class ChangeModel(IMediator mediator) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? ParentId { get; set; }

    [BindProperty]
    public string? RoutineReviewedOn { get; set; }

    [BindProperty]
    public string? LastDrillOn { get; set; }

    [BindProperty]
    public string? Closed { get; set; }

    /// <summary>As it now is; what was typed stands in the fields.</summary>
    public UnitResult Unit { get; private set; } = null!;

    public bool IsTop => Unit.ParentId is null;

    public bool IsChangedMeanwhile { get; private set; }

    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    internal static IReadOnlyList<Choice> YesOrNo => [new("false", SharedTexts.Shared("no")), new("true", SharedTexts.Shared("yes"))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Version = Unit.Version;
        (Name, ParentId, Closed) = (Unit.Name, Unit.ParentId?.Value.ToString(), Unit.Closed ? "true" : "false");
        RoutineReviewedOn = Unit.RoutineReviewedOn is { } reviewed ? Times.ForDateField(reviewed) : null;
        LastDrillOn = Unit.LastDrillOn is { } drilled ? Times.ForDateField(drilled) : null;
    }

    [Allow(nameof(Operations.ChangeUnit))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var changes = new JsonObject
        {
            ["name"] = Name,
            ["routineReviewedOn"] = Day("routineReviewedOn", RoutineReviewedOn),
            ["lastDrillOn"] = Day("lastDrillOn", LastDrillOn),
        };
        if (Guid.TryParse(ParentId, out var parent))
        {
            changes["parentId"] = parent.ToString();
            changes["closed"] = Closed == "true";
        }

        try
        {
            var command = new ChangeUnitCommand(new UnitId(Id), new MergePatch<UnitFields>(changes), new ExpectedVersion([Version]));
            if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
            {
                return Redirect("/administration/units?done=changed");
            }
        }
        catch (ChangedMeanwhileException)
        {
            IsChangedMeanwhile = true;
        }

        await ShowAsync(cancellationToken);
        Version = IsChangedMeanwhile ? Unit.Version : Version;
        return Page();
    }

    private JsonNode? Day(string field, string? typed) => TypedTime.Day(typed, field, ModelState) is { } day ? Times.ForDateField(day) : null;

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Unit = await mediator.Send(new GetUnitQuery(new UnitId(Id)), cancellationToken);
        var units = (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items;
        Parents = UnitChoices.Of([.. units.Where(unit => unit.Id != Unit.Id)], Unit.ParentId?.Value);
    }
}
