using System.Text.Json.Nodes;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Correct;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.WhoReads;
using IncidentReporting.Web.Hosting;
using IncidentReporting.Web.Pages.Reports.More;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Reports.Evidence;

/// <summary>Files that show what happened; each streams through into the store.</summary>
[Allow(nameof(Operations.ReadIncident))]
[RequestSizeLimit(EvidenceUpload.LargestRequest)]
[StreamsForm]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : PageModel
{
    private const string HelpWithEvidence = "help_evidence_takedown";

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = string.Empty;

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public EvidenceTyped Typed { get; } = new();

    public IncidentView Case { get; private set; } = null!;

    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public string WhoReads { get; private set; } = string.Empty;

    public int Place => Steps.ToList().FindIndex(step => step.Id == Step.Evidence) + 1;

    public string Next => $"/report/{Id}/more/{Steps[Place].Id}";

    public string Today => Times.ForDateField(ShownZone.DayOf(time.Now()));

    public DateTimeOffset Now => time.Now();

    public bool MayAskForHelp => Case.Wishes.Value is { } wishes && Case.AllowedActions.Contains(CaseAction.Edit)
        && Case.Exposed.Any(exposed => exposed.Self) && !wishes.Support.Contains(HelpWithEvidence);

    public bool HasAskedForHelp => Case.Wishes.Value?.Support.Contains(HelpWithEvidence) == true;

    public IReadOnlyList<Choice> Types => Codes.Choices(CodeLists.EvidenceTypes, ShownZone.DayOf(time.Now()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    [Allow(nameof(Operations.AttachEvidence))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        using var upload = await EvidenceUpload.ReadAsync(HttpContext, CaseReference.Parse(Id), mediator, ModelState);
        Typed.Take(upload);
        var captured = ReadCaptured();
        return ModelState.IsValid && await mediator.TrySendAsync(upload.ToCommand(CaseReference.Parse(Id), captured), ModelState, cancellationToken)
            ? Redirect($"/report/{Id}/more/{Step.Evidence}?done=attached")
            : Page();
    }

    /// <summary>Asks for a colleague's help with the evidence, so that the person need not see it again.</summary>
    [Allow(nameof(Operations.CorrectIncident))]
    public async Task<IActionResult> OnPostHelpAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!MayAskForHelp)
        {
            return Redirect($"/report/{Id}/more/{Step.Evidence}");
        }

        var support = new JsonArray([.. Case.Wishes.Value!.Support.Append(HelpWithEvidence).Select(code => JsonValue.Create(code))]);
        var patch = new JsonObject { ["wishes"] = new JsonObject { ["support"] = support } };
        var command = new CorrectCommand(CaseReference.Parse(Id), new MergePatch<ReportChange>(patch), new ExpectedVersion([Case.Version]));
        return await mediator.TrySendAsync(command, ModelState, cancellationToken) ? Redirect($"/report/{Id}/more/{Step.Evidence}?done=asked") : Page();
    }

    private DateOrTime? ReadCaptured()
    {
        var day = TypedTime.Day(Typed.CapturedAt, "capturedAt", ModelState);
        var hour = TypedTime.Hour(Typed.CapturedTime, "capturedTime", ModelState);
        return day is { } told ? new DateOrTime(told, hour is null ? null : TypedTime.Instant(told, hour)) : null;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        Case = await mediator.Send(new GetDetailsQuery(CaseReference.Parse(Id)), cancellationToken);
        if (Case.State == IncidentState.Draft)
        {
            return Redirect($"/report/{Case.Id.Value}");
        }

        if (!Case.AllowedActions.Contains(CaseAction.Attach))
        {
            throw new NotAllowedException();
        }

        Steps = Step.For(Case);
        WhoReads = Readers.Sentence(await mediator.Send(new ShowReadersQuery(CaseReference.Parse(Id)), cancellationToken), FieldGroup.Narrative);
        return null;
    }
}
