using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Incidents.PlanAction;

/// <summary>Plans a preventive action: what, who, until when.</summary>
public sealed record PlanActionCommand(
    CaseReference Case, string? Type, CaseText? Description, UserId? OwnerId, DateOnly? DueOn, bool? RepTookPart, DateOnly? ExpiresOn)
    : CaseCommand(Case);

internal sealed class PlanActionValidator : AbstractValidator<PlanActionCommand>
{
    public PlanActionValidator()
    {
        RuleFor(command => command.Type).RequiredIn(CodeLists.ActionTypes);
        RuleFor(command => command.Description).AtMost(ReportContent.TextLength);
    }
}

internal sealed class PlanActionHandler(CaseDesk desk) : IRequestHandler<PlanActionCommand, IncidentView>
{
    public Task<IncidentView> Handle(PlanActionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command, CaseAction.PlanAction, (open, actor) =>
        {
            if (command.OwnerId is { } named && open.Chart.Person(named) is null or { IsDisabled: true })
            {
                throw new InvalidInputException("ownerId", IncidentTexts.OwnerUnknown);
            }

            // Without an owner the action is the handler's.
            var owner = command.OwnerId ?? open.Handler() ?? actor.Id;
            open.Incident.Plan(
                new ActionPlan(command.Type!, command.Description, owner, command.DueOn, command.RepTookPart ?? actor.Role == CaseRole.Representative, command.ExpiresOn),
                actor);
        }, cancellationToken);
}
