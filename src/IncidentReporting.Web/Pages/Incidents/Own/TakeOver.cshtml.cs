using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.TakeOver;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>The exposed person takes over what a colleague reported for her.</summary>
[Allow(nameof(Operations.TakeOverIncident))]
internal sealed class TakeOverModel(IMediator mediator) : OwnForm(mediator)
{
    public override CaseAction Action => CaseAction.TakeOver;

    [Allow(nameof(Operations.TakeOverIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(new TakeOverCommand(Reference), "taken_over", cancellationToken);
}
