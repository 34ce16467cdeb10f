using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.DiscloseIdentity;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Identity.IdentityTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Identity;

/// <summary>Shows who the counterpart is to a representative who needs to know; the reason is kept. It stands in the answer only and is not there when the page is opened again.</summary>
[Allow(nameof(Operations.DiscloseIdentity))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override CaseAction Action => CaseAction.DiscloseIdentity;

    public override string Heading => T("title");

    public DisclosedIdentity? Disclosed { get; private set; }

    [Allow(nameof(Operations.DiscloseIdentity))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Reason, "reason", T("reason.missing"));
        if (ModelState.IsValid)
        {
            Disclosed = (await Mediator.TryAskAsync(new DiscloseIdentityCommand(Reference, CaseText.From(Reason)), ModelState, cancellationToken)).Value;
            Version = null;
        }

        await OpenAgainAsync(cancellationToken);
        return Page();
    }
}
