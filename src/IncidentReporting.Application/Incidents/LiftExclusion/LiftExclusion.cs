using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.LiftExclusion;

/// <summary>Lets a person in again who was kept out of the case.</summary>
public sealed record LiftExclusionCommand(CaseReference Case, Guid ExclusionId) : CaseCommand(Case);

internal sealed class LiftExclusionHandler(CaseDesk desk) : IRequestHandler<LiftExclusionCommand, IncidentView>
{
    public Task<IncidentView> Handle(LiftExclusionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command,
            CaseAction.Exclude,
            (open, actor) => open.Incident.LiftExclusion(
                open.Incident.Exclusions.FirstOrDefault(exclusion => exclusion.Id == command.ExclusionId) ?? throw new NotFoundException(), actor),
            cancellationToken);
}
