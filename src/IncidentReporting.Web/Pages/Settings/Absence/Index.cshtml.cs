using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Users.GetAbsences;
using IncidentReporting.Application.Users.SetAbsences;
using IncidentReporting.Web.Components.AbsenceRows;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace IncidentReporting.Web.Pages.Settings.Absence;

/// <summary>When I am away, and who acts for me meanwhile.</summary>
[Allow(nameof(Operations.ReadAbsences))]
internal sealed class IndexModel(IMediator mediator, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public IReadOnlyList<TypedDays> Days { get; private set; } = [];

    public IReadOnlyList<DeputyResult> Deputies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var absences = await mediator.Send(new GetAbsencesQuery(user.Id), cancellationToken);
        Days = TypedDays.Of(absences.Items);
        Deputies = absences.Deputies;
    }

    [Allow(nameof(Operations.SetAbsences))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Days = TypedDays.In(Request.Form);
        var absences = TypedDays.Read(Days, ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(new SetAbsencesCommand(user.Id, absences), ModelState, cancellationToken))
        {
            return Redirect("/settings/absence?saved=true");
        }

        Deputies = (await mediator.Send(new GetAbsencesQuery(user.Id), cancellationToken)).Deputies;
        return Page();
    }
}
