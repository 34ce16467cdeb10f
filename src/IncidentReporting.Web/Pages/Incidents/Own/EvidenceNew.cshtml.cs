using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Shared;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Adds evidence as it was received. The framework keeps what comes in on disk, and it is passed on from there.</summary>
[Allow(nameof(Operations.AttachEvidence))]
[RequestSizeLimit(LargestRequest)]
internal sealed class EvidenceNewModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    // So far above the largest file that whoever sends somewhat too much gets to read the answer.
    private const long LargestRequest = IEvidenceStore.MaxSize + (14 * 1024 * 1024);

    [BindProperty]
    public string? Type { get; set; }

    [BindProperty]
    public string? CapturedAt { get; set; }

    [BindProperty(Name = "url")]
    public string? SeenAt { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public override CaseAction Action => CaseAction.Attach;

    public bool IsOnline => Case.Kinds.HasCategory("online_attack");

    public IReadOnlyList<Choice> Types => Codes.Choices(CodeLists.EvidenceTypes, ShownZone.DayOf(time.Now()));

    [Allow(nameof(Operations.AttachEvidence))]
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            ModelState.AddModelError("file", SharedTexts.Shared("field.file"));
        }
        else if (file.Length > IEvidenceStore.MaxSize)
        {
            ModelState.AddModelError("file", SharedTexts.Shared("field.too_large"));
        }

        var captured = TypedTime.Moment(CapturedAt, hour: null, "capturedAt", "capturedAt", time.Now(), ModelState);
        if (!ModelState.IsValid)
        {
            await OpenAsync(cancellationToken, fill: false);
            return Page();
        }

        await using var content = file!.OpenReadStream();
        var command = new AttachCommand(
            Reference, file.FileName, content, string.IsNullOrEmpty(Type) ? null : Type, captured, CaseText.From(SeenAt), CaseText.From(Description));
        return await SendAsync(command, "evidence_saved", cancellationToken);
    }
}
