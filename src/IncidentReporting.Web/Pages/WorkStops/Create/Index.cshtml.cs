using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units.ListRepresented;
using IncidentReporting.Application.WorkStops.Create;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.MeasureRequests;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.WorkStops.WorkStopTexts;

namespace IncidentReporting.Web.Pages.WorkStops.Create;

[Allow(nameof(Operations.CreateWorkStop))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{

    [BindProperty(SupportsGet = true, Name = "incidentId")]
    public string? Number { get; set; }

    [BindProperty]
    public string? UnitId { get; set; }

    [BindProperty]
    public string? LoneWork { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    [BindProperty]
    public string? StartedAt { get; set; }

    [BindProperty]
    public string? StartedAtHour { get; set; }

    [BindProperty]
    public string? EmployerContactedAt { get; set; }

    [BindProperty]
    public string? EmployerContactedAtHour { get; set; }

    [BindProperty]
    public string? AvContactedAt { get; set; }

    [BindProperty]
    public string? AvContactedAtHour { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public static IReadOnlyList<Choice> Kinds => [new("false", T("new.danger"), T("new.danger.help")), new("true", T("new.lone"), T("new.lone.help"))];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    [Allow(nameof(Operations.CreateWorkStop))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var incident = await LinkedCase.FindAsync(mediator, Number, "incidentId", ModelState, cancellationToken);
        var command = new CreateWorkStopCommand(
            Guid.TryParseExact(UnitId, "D", out var id) ? new UnitId(id) : null, incident, TypedTime.Moment(StartedAt, StartedAtHour, "startedAt", "startedAtHour", now, ModelState),
            LoneWork == "true", CaseTextOf(Scope), CaseTextOf(Grounds),
            TypedTime.Moment(EmployerContactedAt, EmployerContactedAtHour, "employerContactedAt", "employerContactedAtHour", now, ModelState),
            TypedTime.Moment(AvContactedAt, AvContactedAtHour, "avContactedAt", "avContactedAtHour", now, ModelState));
        if (ModelState.IsValid && (await mediator.TryAskAsync(command, ModelState, cancellationToken)).Value is { } made)
        {
            return Redirect($"/work-stops/{made.Id.Value}?done=created");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private static CaseText? CaseTextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : CaseText.From(text);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var represented = await mediator.Send(new ListRepresentedUnitsQuery(), cancellationToken);
        Units = [.. represented.Items.Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        UnitId ??= represented.Own?.Value.ToString();
        LoneWork ??= "false";
    }
}
