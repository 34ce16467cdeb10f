using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.EraseInfluence;
using IncidentReporting.Application.Incidents.NoteInfluence;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>How the exercise of authority was influenced: sealed, and the exposed person's own.</summary>
[Allow(nameof(Operations.NoteInfluence))]
internal sealed class InfluenceModel(IMediator mediator, TimeProvider time) : OwnForm(mediator)
{
    [BindProperty]
    public string? Purpose { get; set; }

    [BindProperty]
    public List<string> Outcomes { get; set; } = [];

    [BindProperty]
    public string? Intervention { get; set; }

    public DateTimeOffset Now { get; } = time.Now();

    public override CaseAction Action => CaseAction.NoteInfluence;

    public static IReadOnlyList<Choice> Of(CodeList list) => [.. list.Codes.Select(code => new Choice(code.Id, Codes.Label(list, code.Id)))];

    [Allow(nameof(Operations.NoteInfluence))]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SendAsync(
        new NoteInfluenceCommand(Reference, Given(Purpose), CodeSet.Of(Outcomes), Given(Intervention)), "influence_noted", cancellationToken);

    [Allow(nameof(Operations.EraseInfluence))]
    public Task<IActionResult> OnPostEraseAsync(CancellationToken cancellationToken) =>
        SendAsync(new EraseInfluenceCommand(Reference), "influence_erased", cancellationToken);

    protected override void Fill()
    {
        if (Case.Influence.Value is { } noted)
        {
            (Purpose, Outcomes, Intervention) = (noted.Purpose, [.. noted.Outcomes], noted.Intervention);
        }
    }

    private static string? Given(string? code) => string.IsNullOrEmpty(code) ? null : code;
}
