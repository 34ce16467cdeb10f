using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Units.List;
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
internal sealed class IndexModel(CurrentUser user, IMediator mediator, TimeProvider time) : PageModel
{
    private static readonly Role[] Representing = [Role.SafetyRepresentative, Role.HeadSafetyRepresentative];

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
            Guid.TryParseExact(UnitId, "D", out var id) ? new UnitId(id) : null, incident, TypedTime.Moment(StartedAt, StartedAtHour, "startedAt", now, ModelState),
            LoneWork == "true", CaseTextOf(Scope), CaseTextOf(Grounds),
            TypedTime.Moment(EmployerContactedAt, EmployerContactedAtHour, "employerContactedAt", now, ModelState),
            TypedTime.Moment(AvContactedAt, AvContactedAtHour, "avContactedAt", now, ModelState));
        if (ModelState.IsValid && (await mediator.TryAskAsync(command, ModelState, cancellationToken)).Result is { } made)
        {
            return Redirect($"/work-stops/{made.Id.Value}?done=created");
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private static CaseText? CaseTextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : CaseText.From(text);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var reach = user.Roles.Where(held => Representing.Contains(held.Role)).SelectMany(held => held.Reach).ToHashSet();
        Units = [.. (await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items
            .Where(unit => !unit.Closed && reach.Contains(unit.Id)).Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        UnitId ??= user.Roles.Where(held => Representing.Contains(held.Role)).Select(held => held.Unit.Value.ToString()).FirstOrDefault();
        LoneWork ??= "false";
    }
}
