using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>What is known of a piece of evidence. The file itself is never shown here, only saved.</summary>
[Allow(nameof(Operations.ShowEvidence))]
internal sealed class EvidenceModel(IMediator mediator, TimeProvider time) : CasePage(mediator)
{
    public DateTimeOffset Now { get; } = time.Now();

    public EvidenceView Evidence { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid attachmentId, CancellationToken cancellationToken)
    {
        Evidence = await Mediator.Send(new ShowEvidenceQuery(Reference, attachmentId), cancellationToken);
        return Page();
    }
}
