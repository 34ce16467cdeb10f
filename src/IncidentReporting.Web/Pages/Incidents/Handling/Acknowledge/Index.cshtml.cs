using IncidentReporting.Application.Access;
using IncidentReporting.Application.Incidents.Acknowledge;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Handling.Acknowledge.AcknowledgeTexts;

namespace IncidentReporting.Web.Pages.Incidents.Handling.Acknowledge;

/// <summary>The manager's first words to the exposed person, with what the first hours ask for beside them.</summary>
[Allow(nameof(Operations.AcknowledgeIncident))]
internal sealed class IndexModel(IMediator mediator, TimeProvider time) : CaseForm(mediator, time)
{
    internal static readonly string[] FirstHours =
        ["hours.call", "hours.alone", "hours.home", "hours.drive", "hours.relatives", "hours.listen", "hours.talk", "hours.colleagues", "hours.evidence"];

    [BindProperty]
    public string? Message { get; set; }

    public override CaseAction Action => CaseAction.Acknowledge;

    public override string Heading => T("title");

    public bool MayWrite => May(CaseAction.AddNote);

    /// <summary>Whom the exposed person has asked to be called by.</summary>
    public string? ContactWish => Case.Wishes.Value is { ContactBy: { } by } ? T("wish.by", Codes.Label(CodeLists.ContactBy, by)) : Case.Wishes.Value?.Text is null ? null : T("wish.text");

    [Allow(nameof(Operations.AcknowledgeIncident))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Require(Message, "message", T("message.missing"));
        return SendAsync(new AcknowledgeCommand(Reference, CaseText.From(Message)), "acknowledged", cancellationToken);
    }

    /// <summary>When somebody else has acknowledged it meanwhile, the words still reach the exposed person.</summary>
    [Allow(nameof(Operations.AddNote))]
    public async Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken)
    {
        Require(Message, "message", T("message.missing"));
        if (ModelState.IsValid && await Mediator.TrySendAsync(new AddNoteCommand(Reference, CaseText.From(Message), "case"), ModelState, cancellationToken))
        {
            return Redirect($"{Address()}?done=note_added");
        }

        await OpenAgainAsync(cancellationToken);
        return Page();
    }
}
