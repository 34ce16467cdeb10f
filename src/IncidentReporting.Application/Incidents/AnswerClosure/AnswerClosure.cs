using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.AnswerClosure;

/// <summary>The exposed person agrees or objects to closing; one objection keeps the case open.</summary>
public sealed record AnswerClosureCommand(CaseReference Case, bool? Agrees, CaseText? Comment) : ICommand<IncidentView>;

internal sealed class AnswerClosureValidator : AbstractValidator<AnswerClosureCommand>
{
    public AnswerClosureValidator()
    {
        RuleFor(command => command.Agrees).NotNull().WithMessage(_ => IncidentTexts.AgreesMissing);
        RuleFor(command => command.Comment).AtMost(ReportContent.TextLength);
    }
}

internal sealed class AnswerClosureHandler(CaseDesk desk) : IRequestHandler<AnswerClosureCommand, IncidentView>
{
    public Task<IncidentView> Handle(AnswerClosureCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.AnswerClosure, (open, actor) =>
        {
            if (actor.Role == CaseRole.NextManager && command.Comment is null)
            {
                throw new InvalidInputException("comment", IncidentTexts.ObjectionComment);
            }

            open.Incident.AnswerClosure(command.Agrees!.Value, command.Comment, actor);
        }, cancellationToken);
}
