using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents.List;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Reports.ReportTexts;
using Listed = IncidentReporting.Application.Common.Page;

namespace IncidentReporting.Web.Pages.Reports.Begin;

/// <summary>The first question. The answer makes the draft, so that nothing told after it is lost.</summary>
[Allow(nameof(Operations.ReportIncident))]
internal sealed class IndexModel(IMediator mediator, CurrentUser user, IdempotencyContext idempotency, TimeProvider time) : PageModel
{
    internal static readonly string[] Answers = ["yes", "no", "unsure"];

    private const int MostDrafts = 3;

    // People tell the time in fives.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public DateTimeOffset Now => time.Now();

    public IReadOnlyList<IncidentLine> Drafts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    [Allow(nameof(Operations.ReportIncident))]
    public async Task<IActionResult> OnPostAsync(string? safeNow, CancellationToken cancellationToken)
    {
        if (!Answers.Contains(safeNow))
        {
            ModelState.AddModelError(string.Empty, T("safe.missing"));
        }
        else
        {
            idempotency.UseFormKey(user, Request);
            var report = new ReportInput { SafeNow = safeNow, OccurredAt = new DateTimeOffset(Now.Ticks - (Now.Ticks % Step.Ticks), Now.Offset), OccurredPrecision = "about" };
            var (sent, draft) = await mediator.TryAskAsync(new ReportCommand(report, Draft: true), ModelState, cancellationToken);
            if (sent)
            {
                return Redirect(safeNow == "yes" ? $"/report/{draft!.Id.Value}" : $"/report/{draft!.Id.Value}/safety");
            }
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Drafts = (await mediator.Send(new ListIncidentsQuery(new Listed(MostDrafts)) { State = SnakeCase.Of(IncidentState.Draft) }, cancellationToken)).Items;
}
