using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.ProposeClosure;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Closing.ClosingTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Closing;

/// <summary>Proposes to close: first what is left to do, each with the way there; then the question to everyone who was exposed.</summary>
[Allow(nameof(Operations.ProposeClosure))]
internal sealed class CloseModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    [BindProperty]
    public string? Summary { get; set; }

    public override CaseAction Action => CaseAction.ProposeClosure;

    public override string Heading => T("close.title");

    public IReadOnlyList<UnmetGuard> Unmet => [.. (Case.Unmet.Value ?? []).Select(code => UnmetGuard.Of(code, this))];

    public override string Blocked => Case.Closure.Value is { Pending: true } ? T("close.pending") : base.Blocked;

    /// <summary>After an objection the next manager may close alone, with a written reason.</summary>
    public bool Overrules => Case.Closure.Value is { Pending: true, Objected: true } && Is(CaseRole.NextManager);

    [Allow(nameof(Operations.ProposeClosure))]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Overrules)
        {
            Require(Summary, "summary", T("summary.missing"));
        }

        return await SendAsync(
            new ProposeClosureCommand(Reference, "completed", CaseText.From(Summary), Receiver: null), Overrules ? "closed" : "closure_proposed", cancellationToken);
    }

    protected override IEnumerable<BothWrote> Compare() =>
        Case.Closure.Value is { Pending: true } waiting && News.Any(item => item.What == "closure_proposed") ? [new(T("summary"), waiting.Summary?.Value, Summary)] : [];
}

/// <summary>Something that is left to do before the case can close, in plain words, and where it is done.</summary>
internal sealed record UnmetGuard(string Heading, string Help, string? Address)
{
    public static UnmetGuard Of(string code, CaseForm form) => new(T($"unmet.{code}"), T($"unmet.{code}.help"), Where(code, form) is { } below ? form.Address(below) : null);

    private static string? Where(string code, CaseForm form) => code switch
    {
        "contact_made" => form.May(CaseAction.Acknowledge) ? "/acknowledge" : null,
        "av_assessed" => form.May(CaseAction.Assess) ? "/assess" : null,
        "av_settled" => form.Case.Assessment.Value is null ? null : "/notify?addressee=av_33a",
        "police_decided" => "/police",
        "injury_settled" => form.Case.Assessment.Value is null ? null : "/notify?addressee=fk_injury",
        "two_follow_ups" or "adequacy_asked" => form.May(CaseAction.RecordFollowUp) && NextFollowUp(form) is { } id ? $"/follow-ups/{id}" : null,
        "actions_settled" => form.Case.Actions.FirstOrDefault(action => action.State is ActionState.Planned or ActionState.Started) is { } action ? $"/actions/{action.Id}" : null,
        _ => null,
    };

    private static Guid? NextFollowUp(CaseForm form) =>
        form.Case.FollowUps.Value?.Where(followUp => followUp.State is "planned" or "overdue").OrderBy(followUp => followUp.DueAt).Select(followUp => (Guid?)followUp.Id).FirstOrDefault();
}
