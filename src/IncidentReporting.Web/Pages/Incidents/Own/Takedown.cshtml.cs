using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.RecordTakedown;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>What a platform answered when it was asked to take something away.</summary>
[Allow(nameof(Operations.RecordTakedown))]
internal sealed class TakedownModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    [BindProperty(SupportsGet = true)]
    public Guid TakedownId { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public override CaseAction Action => CaseAction.RecordTakedown;

    public TakedownView Asked => Case.Takedowns.Value?.FirstOrDefault(takedown => takedown.Id == TakedownId) ?? throw new NotFoundException();

    public string Today => Times.ForDateField(ShownZone.DayOf(time.Now()));

    public static IReadOnlyList<Choice> Answers => [.. Domain.Incidents.Takedown.Answers.Select(answer => new Choice(answer, T($"takedown.answer.{answer}")))];

    [Allow(nameof(Operations.RecordTakedown))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var at = TypedTime.Moment(At, hour: null, "at", "at", time.Now(), ModelState);
        return SendAsync(new RecordTakedownCommand(Reference, TakedownId, Answer, at, CaseText.From(Note)), "takedown_answered", cancellationToken);
    }

    protected override void Fill()
    {
        Answer = Asked.Answer;
        At = Today;
        Note = Asked.Note?.Value;
    }
}
