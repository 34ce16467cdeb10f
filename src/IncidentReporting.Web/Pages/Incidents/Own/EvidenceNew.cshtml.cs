using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Adds evidence as it was received; the file streams through into the store.</summary>
[Allow(nameof(Operations.AttachEvidence))]
[RequestSizeLimit(EvidenceUpload.LargestRequest)]
[StreamsForm]
internal sealed class EvidenceNewModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    public EvidenceTyped Typed { get; } = new();

    public override CaseAction Action => CaseAction.Attach;

    public bool IsOnline => Case.Kinds.HasCategory("online_attack");

    public IReadOnlyList<Choice> Types => Codes.Choices(CodeLists.EvidenceTypes, ShownZone.DayOf(time.Now()));

    [Allow(nameof(Operations.AttachEvidence))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        using var upload = await EvidenceUpload.ReadAsync(HttpContext, Reference, Mediator, ModelState);
        Typed.Take(upload);
        var captured = TypedTime.Moment(Typed.CapturedAt, hour: null, "capturedAt", "capturedAt", time.Now(), ModelState);
        if (!ModelState.IsValid)
        {
            await OpenAsync(cancellationToken, fill: false);
            return Page();
        }

        return await SendAsync(upload.ToCommand(Reference, captured), "evidence_saved", cancellationToken);
    }
}
