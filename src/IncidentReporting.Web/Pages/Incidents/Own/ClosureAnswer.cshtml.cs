using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.AnswerClosure;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>Agrees or objects to closing. One objection keeps the case open.</summary>
[Allow(nameof(Operations.AnswerClosure))]
internal sealed class ClosureAnswerModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    [BindProperty]
    public string? Agrees { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public DateTimeOffset Now { get; } = time.Now();

    public override CaseAction Action => CaseAction.AnswerClosure;

    public bool IsProposed => !IsBlocked && Case.Closure.Value is { Pending: true };

    /// <summary>Another has answered, or the proposal was taken back, while she wrote.</summary>
    public bool IsTooLate => IsSent && !IsProposed;

    /// <summary>The next manager may only bring it to an end, and says why.</summary>
    public bool Overrules => Is(CaseRole.NextManager) && !IsExposed && Case.Closure.Value is { Objected: true };

    public IReadOnlyList<Choice> Answers => Overrules
        ? [new("true", T("closure.overrule"), T("closure.overrule.help"))]
        : [new("true", T("closure.yes"), T("closure.yes.help")), new("false", T("closure.no"), T("closure.no.help"))];

    [Allow(nameof(Operations.AnswerClosure))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        bool? agrees = bool.TryParse(Agrees, out var answer) ? answer : null;
        if (agrees is null)
        {
            ModelState.AddModelError("agrees", T("closure.missing"));
        }

        return SendAsync(new AnswerClosureCommand(Reference, agrees, CaseText.From(Comment)), agrees == false ? "closure_objected" : "closure_agreed", cancellationToken);
    }
}
