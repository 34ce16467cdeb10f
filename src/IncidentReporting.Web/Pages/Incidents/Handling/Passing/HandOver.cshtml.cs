using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.HandOver;
using IncidentReporting.Application.Incidents.ListCandidates;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Passing.PassingTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Passing;

/// <summary>Hands the case to another who handles cases.</summary>
[Allow(nameof(Operations.HandOverIncident))]
internal sealed class HandOverModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? UserId { get; set; }

    public override CaseAction Action => CaseAction.HandOver;

    public override string Heading => T("over.title");

    public IReadOnlyList<Choice> Candidates { get; private set; } = [];

    [Allow(nameof(Operations.HandOverIncident))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(UserId, "userId", T("over.who.missing"));
        var person = Guid.TryParse(UserId, out var id) ? new Domain.Organisation.UserId(id) : (Domain.Organisation.UserId?)null;
        return await SendAsync(new HandOverCommand(Reference, person), "handed_over", cancellationToken);
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!IsBlocked)
        {
            var candidates = await Mediator.Send(new ListCandidatesQuery(Reference, "handler"), cancellationToken);
            Candidates = [.. candidates.Items.Select(candidate => People.Choice(candidate))];
        }
    }
}
