using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.MeasureRequests.Create;
using IncidentReporting.Application.Units.ListRepresented;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.MeasureRequests.Create;

[Allow(nameof(Operations.CreateMeasureRequest))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const int UsualDays = 14;

    /// <summary>The number of the case that it comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "incidentId")]
    public string? Number { get; set; }

    [BindProperty]
    public string? UnitId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? AnswerBy { get; set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        AnswerBy = Times.ForDateField(ShownZone.DayOf(time.Now()).AddDays(UsualDays));
        await ReadAsync(cancellationToken);
    }

    [Allow(nameof(Operations.CreateMeasureRequest))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var answerBy = TypedTime.Day(AnswerBy, "answerBy", ModelState);
        if (string.IsNullOrWhiteSpace(AnswerBy))
        {
            ModelState.AddModelError("answerBy", SharedTexts.Shared("field.date"));
        }

        var incident = await LinkedCase.FindAsync(mediator, Number, "incidentId", ModelState, cancellationToken);
        if (ModelState.IsValid)
        {
            var unit = Guid.TryParseExact(UnitId, "D", out var id) ? new UnitId(id) : (UnitId?)null;
            var text = string.IsNullOrWhiteSpace(Text) ? null : CaseText.From(Text);
            var answer = await mediator.TryAskAsync(new CreateMeasureRequestCommand(unit, incident, text, answerBy!.Value), ModelState, cancellationToken);
            if (answer.Value is { } made)
            {
                return Redirect($"/measure-requests/{made.Id.Value}?done=created");
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var represented = await mediator.Send(new ListRepresentedUnitsQuery(), cancellationToken);
        Units = [.. represented.Items.Select(unit => new Choice(unit.Id.Value.ToString(), unit.Name))];
        UnitId ??= represented.Own?.Value.ToString();
    }
}
