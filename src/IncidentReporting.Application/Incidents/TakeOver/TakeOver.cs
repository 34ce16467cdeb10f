using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.TakeOver;

/// <summary>The exposed person takes over a report that a colleague made for her.</summary>
public sealed record TakeOverCommand(CaseReference Case) : ICommand<IncidentView>;

internal sealed class TakeOverHandler(CaseDesk desk) : IRequestHandler<TakeOverCommand, IncidentView>
{
    public Task<IncidentView> Handle(TakeOverCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.TakeOver, (open, actor) => open.Incident.TakeOver(actor), cancellationToken);
}
