using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RecordTakedown;

/// <summary>What the platform answered, or that it has not; the latest holds.</summary>
/// <param name="Answer">removed, refused or no_answer.</param>
public sealed record RecordTakedownCommand(CaseReference Case, Guid TakedownId, string? Answer, DateOrTime? At, CaseText? Note) : CaseCommand(Case);

internal sealed class RecordTakedownValidator : AbstractValidator<RecordTakedownCommand>
{
    public RecordTakedownValidator(TimeProvider time)
    {
        RuleFor(command => command.Answer).Must(answer => answer is not null && Takedown.Answers.Contains(answer)).WithMessage(_ => IncidentTexts.TakedownAnswer);
        RuleFor(command => command.At).NotInFuture(time);
        RuleFor(command => command.Note).AtMost(ReportContent.TextLength);
    }
}

internal sealed class RecordTakedownHandler(CaseDesk desk) : IRequestHandler<RecordTakedownCommand, IncidentView>
{
    public Task<IncidentView> Handle(RecordTakedownCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command,
            CaseAction.RecordTakedown,
            (open, actor) =>
            {
                var takedown = open.Incident.Takedowns.FirstOrDefault(asked => asked.Id == command.TakedownId) ?? throw new NotFoundException();
                open.Incident.RecordTakedown(takedown, command.Answer!, open.Instant(command.At), command.Note, actor);
            },
            cancellationToken);
}
