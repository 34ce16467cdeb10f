using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.ShowEvidence;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Incidents.Case;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>What is known of a piece of evidence. The file itself is never shown here, only saved.</summary>
[Allow(nameof(Operations.ShowEvidence))]
internal sealed class EvidenceModel(IMediator mediator, TimeProvider time) : CasePage(mediator)
{
    public DateTimeOffset Now { get; } = time.Now();

    public EvidenceView Evidence { get; private set; } = null!;

    public string FileAddress => $"/api/v1/incidents/{Number}/attachments/{Evidence.Id}";

    public bool HasPicture => Evidence is { MediaType: "image/jpeg" or "image/png", Scan.State: ScanState.Clean or ScanState.NotScanned };

    /// <summary>Who took the step, and as what; the service itself takes some.</summary>
    public static string By(CustodyStep step) => step.By is not { } person ? OwnTexts.T("evidence.step.service")
        : step.Role is { } role ? CaseTexts.T("name_as", person.Name, CaseTexts.Known("role", SnakeCase.Of(role)))
        : person.Name;

    public async Task<IActionResult> OnGetAsync(Guid attachmentId, CancellationToken cancellationToken)
    {
        Evidence = await Mediator.Send(new ShowEvidenceQuery(Reference, attachmentId), cancellationToken);
        return Page();
    }
}
