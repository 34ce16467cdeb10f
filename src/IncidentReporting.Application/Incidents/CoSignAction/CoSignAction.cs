using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.CoSignAction;

/// <summary>A safety representative has taken part in a planned action and stands behind it.</summary>
public sealed record CoSignActionCommand(CaseReference Case, Guid ActionId) : ICommand<IncidentView>;

internal sealed class CoSignActionHandler(CaseDesk desk) : IRequestHandler<CoSignActionCommand, IncidentView>
{
    public Task<IncidentView> Handle(CoSignActionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.CoSign, (open, actor) =>
        {
            var action = open.Incident.Actions.FirstOrDefault(planned => planned.Id == command.ActionId) ?? throw new NotFoundException();
            open.Incident.CoSign(action, actor);
        }, cancellationToken);
}
