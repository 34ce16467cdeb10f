using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.ShowReaders;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Hosting;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using static IncidentReporting.Web.Pages.Incidents.Own.OwnTexts;

namespace IncidentReporting.Web.Pages.Incidents.Own;

/// <summary>What people write to each other in a case, and who reads it.</summary>
[Allow(nameof(Operations.AddNote))]
internal sealed class NotesModel(IMediator mediator, ICurrentUser user, TimeProvider time) : OwnForm(mediator)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Audience { get; set; }

    public override CaseAction Action => CaseAction.AddNote;

    public DateTimeOffset Now { get; } = time.Now();

    public IReadOnlyList<NoteView> Notes => [.. (Case.Notes.Value ?? []).Reverse()];

    public IReadOnlyList<Choice> Audiences =>
    [
        new("case", T("notes.case"), ReadBy(FieldGroup.Narrative)),
        new("handlers", T("notes.handlers"), ReadBy(reader => reader.IsSelf || reader.Role is ReaderRole.Manager or ReaderRole.Deputy or ReaderRole.NextManager or ReaderRole.NextDeputy or ReaderRole.Handler)),
    ];

    public string NameOf(PersonRef person) => person.Id == user.Id ? T("notes.you") : person.Name;

    [Allow(nameof(Operations.AddNote))]
    [Once]
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Audience))
        {
            ModelState.AddModelError("audience", T("notes.audience.missing"));
        }

        return SendAsync(new AddNoteCommand(Reference, CaseText.From(Text), Audience), "note_added", cancellationToken, "/notes");
    }

    protected override void Fill() => Audience = "case";
}
