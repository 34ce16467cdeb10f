using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Withdraw;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Takes the report back; its text is sealed.</summary>
[Allow(nameof(Operations.WithdrawIncident))]
internal sealed class WithdrawModel(IMediator mediator) : OwnForm(mediator)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override CaseAction Action => CaseAction.Withdraw;

    [Allow(nameof(Operations.WithdrawIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync(new WithdrawCommand(Reference, CaseText.From(Reason)), "withdrawn", cancellationToken);
}
