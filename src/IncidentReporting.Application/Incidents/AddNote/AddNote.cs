using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.AddNote;

/// <summary>A note to all who read the case (<c>case</c>) or among those who handle it (<c>handlers</c>).</summary>
public sealed record AddNoteCommand(CaseReference Case, CaseText? Text, string? Audience) : ICommand<IncidentView>;

internal sealed class AddNoteValidator : AbstractValidator<AddNoteCommand>
{
    public AddNoteValidator()
    {
        RuleFor(command => command.Text).NotNull().WithMessage(_ => IncidentTexts.TextMissing).AtMost(ReportContent.DescriptionLength);
        RuleFor(command => command.Audience).In(CodeLists.NoteAudiences);
    }
}

internal sealed class AddNoteHandler(CaseDesk desk) : IRequestHandler<AddNoteCommand, IncidentView>
{
    public Task<IncidentView> Handle(AddNoteCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Case, CaseAction.AddNote, (open, actor) => open.Incident.Write(command.Text!, command.Audience ?? "case", actor), cancellationToken);
}
