using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.RevealIdentity;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.ProtectedIdentity.ProtectedIdentityTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.ProtectedIdentity;

/// <summary>Tells who is behind the alias, in two steps: first why, then once more whether. The names stand in that one answer only.</summary>
[Allow(nameof(Operations.RevealIdentity))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The second step.</summary>
    [BindProperty]
    public string? Confirmed { get; set; }

    public override CaseAction Action => CaseAction.RevealIdentity;

    public override string Heading => T("title");

    public bool IsSecondStep { get; private set; }

    public RevealedIdentities? Revealed { get; private set; }

    [Allow(nameof(Operations.RevealIdentity))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Reason, "reason", T("reason.missing"));
        if (ModelState.IsValid && Confirmed == "yes")
        {
            Revealed = (await Mediator.TryAskAsync(new RevealIdentityCommand(Reference, CaseText.From(Reason)), ModelState, cancellationToken)).Value;
            Version = null;
        }

        IsSecondStep = ModelState.IsValid && Revealed is null;
        await OpenAgainAsync(cancellationToken);
        return Page();
    }
}
