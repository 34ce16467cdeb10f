using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Reopen;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Opens a closed case again.</summary>
[Allow(nameof(Operations.ReopenIncident))]
internal sealed class ReopenModel(IMediator mediator) : OwnForm(mediator)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override CaseAction Action => CaseAction.Reopen;

    [Allow(nameof(Operations.ReopenIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync(new ReopenCommand(Reference, CaseText.From(Reason)), "reopened", cancellationToken);
}
