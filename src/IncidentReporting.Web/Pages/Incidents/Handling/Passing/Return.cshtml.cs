using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.ReturnUpward;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Passing.PassingTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Passing;

/// <summary>Gives the task back to the manager above, with the reason: the means are not there.</summary>
[Allow(nameof(Operations.ReturnIncident))]
internal sealed class ReturnModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override CaseAction Action => CaseAction.ReturnUpward;

    public override string Heading => T("return.title");

    [Allow(nameof(Operations.ReturnIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Reason, "reason", T("return.reason.missing"));
        return SendAsync(new ReturnUpwardCommand(Reference, CaseText.From(Reason)), "returned", cancellationToken);
    }
}
