using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Pulse;
using IncidentReporting.Application.Pulse.ListRounds;
using IncidentReporting.Application.Units.List;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static IncidentReporting.Web.Pages.Administration.AdministrationTexts;

namespace IncidentReporting.Web.Pages.Administration.Pulse;

/// <summary>The rounds of the anonymous survey, and planning one. Who counts sees them too.</summary>
[Allow(nameof(Operations.ListPulseRounds))]
internal sealed class IndexModel(IMediator mediator, ICurrentUser user, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public bool HasOverview => Operations.ReadAdministration.IsFor(user.Roles);

    public bool MayPlan => Operations.CreatePulseRound.IsFor(user.Roles);

    public IReadOnlyList<PulseRoundResult> Rounds { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    internal TypedRound Typed { get; private set; } = TypedRound.Blank;

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    [Allow(nameof(Operations.CreatePulseRound))]
    [Once]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Typed = TypedRound.In(Request.Form);
        var command = Typed.Read(ModelState);
        if (ModelState.IsValid && await mediator.TrySendAsync(command, ModelState, cancellationToken))
        {
            return Redirect("/administration/pulse?done=true");
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    internal static string StateOf(PulseRoundResult round) => T($"pulse.state.{Domain.Common.SnakeCase.Of(round.State)}");

    internal static string? KindOf(PulseRoundResult round) => round.State switch
    {
        PulseRoundState.Open => "ok",
        PulseRoundState.Planned => "info",
        _ => null,
    };

    /// <summary>When, how many were asked and about how many have answered.</summary>
    internal string Line(PulseRoundResult round)
    {
        var now = time.Now();
        var parts = new List<string> { T("pulse.span", Times.Date(round.OpensOn, now), Times.Date(round.ClosesOn, now)) };
        if (round.Invited is { } invited)
        {
            parts.Add(T("pulse.invited", invited));
            if (round.State == PulseRoundState.Closed)
            {
                parts.Add(round.PublishedAnswers is { } answered ? T("pulse.answered", answered) : T("pulse.answered.few"));
            }
        }

        return string.Join(" · ", parts);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Rounds = (await mediator.Send(new ListPulseRoundsQuery(), cancellationToken)).Items;
        Units = MayPlan ? UnitChoices.Of((await mediator.Send(new ListUnitsQuery(), cancellationToken)).Items) : [];
    }
}
