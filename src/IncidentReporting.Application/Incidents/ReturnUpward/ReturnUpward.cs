using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.ReturnUpward;

/// <summary>Gives the task back to the manager above, with the reason: the means are not there.</summary>
public sealed record ReturnUpwardCommand(CaseReference Case, CaseText? Reason) : CaseCommand(Case);

internal sealed class ReturnUpwardValidator : AbstractValidator<ReturnUpwardCommand>
{
    public ReturnUpwardValidator() =>
        RuleFor(command => command.Reason).NotNull().WithMessage(_ => IncidentTexts.ReasonMissing).AtMost(ReportContent.TextLength);
}

internal sealed class ReturnUpwardHandler(CaseDesk desk) : IRequestHandler<ReturnUpwardCommand, IncidentView>
{
    public Task<IncidentView> Handle(ReturnUpwardCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.ReturnUpward, (open, actor) =>
        {
            if (open.NextManager() is not { } above || above == actor.Id)
            {
                throw new InvalidInputException("reason", IncidentTexts.NoNextManager);
            }

            open.Incident.ReturnUpward(above, command.Reason!, actor);
        }, cancellationToken);
}
