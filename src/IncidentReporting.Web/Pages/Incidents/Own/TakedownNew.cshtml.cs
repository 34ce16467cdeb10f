using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.RequestTakedown;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Notes that a platform has been asked to take something away.</summary>
[Allow(nameof(Operations.RequestTakedown))]
internal sealed class TakedownNewModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    [BindProperty]
    public string? Platform { get; set; }

    [BindProperty(Name = "url")]
    public string? Link { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty(Name = "reference")]
    public string? PlatformsNumber { get; set; }

    [BindProperty]
    public string? AttachmentId { get; set; }

    public override CaseAction Action => CaseAction.RequestTakedown;

    public string Today => Times.ForDateField(ShownZone.DayOf(time.Now()));

    public IReadOnlyList<Choice> Files => [.. (Case.Attachments.Value ?? []).Select(file => new Choice(file.Id.ToString(), file.FileName.Value))];

    [Allow(nameof(Operations.RequestTakedown))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var at = TypedTime.Moment(At, hour: null, "at", "at", time.Now(), ModelState);
        var command = new RequestTakedownCommand(
            Reference, Guid.TryParse(AttachmentId, out var file) ? file : null, CaseText.From(Platform), CaseText.From(Link), at, CaseText.From(PlatformsNumber));
        return SendAsync(command, "takedown_requested", cancellationToken);
    }

    protected override void Fill()
    {
        Platform = Case.Platform.Value?.Value;
        At = Today;
    }
}
