using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.RecordAction;

/// <summary>Where a preventive action stands, and what effect it had.</summary>
public sealed record RecordActionCommand(CaseReference Case, Guid ActionId, string? State, string? Effect, CaseText? Reason)
    : CaseCommand(Case);

internal sealed class RecordActionValidator : AbstractValidator<RecordActionCommand>
{
    public RecordActionValidator()
    {
        RuleFor(command => command.State).In(CodeLists.ActionStates);
        RuleFor(command => command.Effect).In(CodeLists.ActionEffects);
        RuleFor(command => command.Reason).NotNull().When(command => command.State == "cancelled").WithMessage(_ => IncidentTexts.CancelReason);
        RuleFor(command => command.Reason).AtMost(ReportContent.TextLength);
        RuleFor(command => command.State)
            .Must((command, _) => command.State is not null || command.Effect is not null || command.Reason is not null)
            .WithMessage(_ => IncidentTexts.NothingToRecord);
    }
}

internal sealed class RecordActionHandler(CaseDesk desk) : IRequestHandler<RecordActionCommand, IncidentView>
{
    public Task<IncidentView> Handle(RecordActionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.ChangeAction, (open, actor) =>
        {
            var action = open.Incident.Actions.FirstOrDefault(planned => planned.Id == command.ActionId) ?? throw new NotFoundException();
            open.Incident.RecordAction(action, SnakeCase.Find<ActionState>(command.State), command.Effect, command.Reason, actor);
        }, cancellationToken);
}
