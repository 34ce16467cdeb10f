using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.EraseInfluence;

/// <summary>Takes the note about influence away.</summary>
public sealed record EraseInfluenceCommand(CaseReference Case) : ICommand<IncidentView>;

internal sealed class EraseInfluenceHandler(CaseDesk desk) : IRequestHandler<EraseInfluenceCommand, IncidentView>
{
    public Task<IncidentView> Handle(EraseInfluenceCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Case, CaseAction.NoteInfluence, (open, actor) => open.Incident.EraseInfluence(actor), cancellationToken);
}
