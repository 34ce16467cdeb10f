using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Application.Retention.Settle;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Administration.Retention;

/// <summary>One run: what it is about, its release or refusal by another person, and what became of each thing.</summary>
[Allow(nameof(Operations.ReadRetention))]
internal sealed class RunModel(IMediator mediator, TimeProvider time) : PageModel
{
    private static readonly string[] Dones = ["proposed", "released", "refused"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DateTimeOffset Now => time.Now();

    public string? DoneText => Dones.Contains(Done) ? AdministrationTexts.T($"retention.done.{Done}") : null;

    public bool IsProposed => Run.State == RetentionRunState.Proposed;

    internal RetentionRunResult Run { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.ReleaseRetentionRun))]
    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) => SettleAsync(new ReleaseRetentionRunCommand(Id), "released", cancellationToken);

    [Allow(nameof(Operations.RefuseRetentionRun))]
    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken) => SettleAsync(new RefuseRetentionRunCommand(Id, CaseText.From(Reason)), "refused", cancellationToken);

    private async Task<IActionResult> SettleAsync(ICommand<RetentionRunResult> command, string done, CancellationToken cancellationToken)
    {
        if (await mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect($"/administration/retention/{Id}?done={done}");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => Run = await mediator.Send(new GetRetentionRunQuery(Id), cancellationToken);
}
