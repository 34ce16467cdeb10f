using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.ProposeClosure;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Closing.ClosingTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Closing;

/// <summary>Proposes to end a case that belongs elsewhere; the exposed person is told and asked.</summary>
[Allow(nameof(Operations.ProposeClosure))]
internal sealed class TransferModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    private const string Transferred = "transferred";

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Receiver { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    public override CaseAction Action => CaseAction.ProposeClosure;

    public override string Heading => T("transfer.title");

    internal static IReadOnlyList<Choice> Reasons =>
        [new(Transferred, T("reason.transferred"), T("reason.transferred.help")), new("out_of_scope", T("reason.out_of_scope"), T("reason.out_of_scope.help"))];

    public override string Blocked => Case.Closure.Value is { Pending: true } ? T("close.pending") : base.Blocked;

    /// <summary>The one thing that must be done first; null where it is.</summary>
    public UnmetGuard? Unassessed => Case.Assessment.Value is null ? UnmetGuard.Of("av_assessed", this) : null;

    [Allow(nameof(Operations.ProposeClosure))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Reason, "reason", T("reason.missing"));
        if (Reason == Transferred)
        {
            Require(Receiver, "receiver", T("receiver.missing"));
        }

        return SendAsync(new ProposeClosureCommand(Reference, Reason, CaseText.From(Summary), CaseText.From(Receiver)), "closure_proposed", cancellationToken);
    }

    protected override IEnumerable<BothWrote> Compare() =>
        Case.Closure.Value is { Pending: true } waiting && News.Any(item => item.What == "closure_proposed") ? [new(T("transfer.summary"), waiting.Summary?.Value, Summary)] : [];
}
