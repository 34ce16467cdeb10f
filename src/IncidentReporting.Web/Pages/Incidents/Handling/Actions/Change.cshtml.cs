using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.RecordAction;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Actions.ActionsTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Actions;

/// <summary>Where an action stands: begun, done, not to be, or handed to the unit's plan; and, once it is done, what effect it had.</summary>
[Allow(nameof(Operations.RecordAction))]
internal sealed class ChangeModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private const string Cancelled = "cancelled";

    [FromRoute]
    public Guid ActionId { get; set; }

    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Effect { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override CaseAction Action => CaseAction.ChangeAction;

    public override string Heading => Codes.Label(CodeLists.ActionTypes, Planned.Type);

    public ActionView Planned => Case.Actions.FirstOrDefault(action => action.Id == ActionId) ?? throw new NotFoundException();

    public bool IsDone => Planned.State == ActionState.Done;

    /// <summary>What can follow the state it is in.</summary>
    public IReadOnlyList<Choice> States =>
        [.. Planned.Next.Select(SnakeCase.Of).Select(state => new Choice(state, T($"state.{state}"), state is Cancelled or "handed_over" ? T($"state.{state}.help") : null))];

    public IReadOnlyList<Choice> Effects => Codes.Choices(CodeLists.ActionEffects, Today);

    [Allow(nameof(Operations.RecordAction))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (IsDone)
        {
            Require(Effect, "effect", T("effect.missing"));
        }
        else if (string.IsNullOrEmpty(Effect))
        {
            Require(State, "state", T("state.missing"));
        }

        if (State == Cancelled)
        {
            Require(Reason, "reason", T("reason.missing"));
        }

        return await SendAsync(
            new RecordActionCommand(Reference, ActionId, string.IsNullOrEmpty(State) ? null : State, string.IsNullOrEmpty(Effect) ? null : Effect, CaseText.From(Reason)),
            string.IsNullOrEmpty(Effect) ? "action_changed" : "effect_checked",
            cancellationToken);
    }

    protected override IEnumerable<BothWrote> Compare()
    {
        if (!News.Any(item => item.About == ActionId))
        {
            return [];
        }

        return
        [
            new(T("state"), Codes.Label(CodeLists.ActionStates, SnakeCase.Of(Planned.State)), string.IsNullOrEmpty(State) ? null : Codes.Label(CodeLists.ActionStates, State)),
            new(T("reason.short"), Planned.Reason.Value?.Value, Reason),
            new(T("effect.short"), Planned.Effect is null ? null : Codes.Label(CodeLists.ActionEffects, Planned.Effect), string.IsNullOrEmpty(Effect) ? null : Codes.Label(CodeLists.ActionEffects, Effect)),
        ];
    }
}
