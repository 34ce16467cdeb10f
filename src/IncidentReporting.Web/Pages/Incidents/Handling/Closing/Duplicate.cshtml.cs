using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.MarkDuplicate;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Closing.ClosingTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Closing;

/// <summary>Joins a case with the one that tells of the same event; everyone who was exposed keeps a place of their own there.</summary>
[Allow(nameof(Operations.MarkDuplicate))]
internal sealed class DuplicateModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? Of { get; set; }

    public override CaseAction Action => CaseAction.MarkDuplicate;

    public override string Heading => T("duplicate.title");

    [Allow(nameof(Operations.MarkDuplicate))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Of, "of", T("of.missing"));
        return SendAsync(new MarkDuplicateCommand(Reference, Of?.Trim()), "marked_duplicate", cancellationToken);
    }
}
