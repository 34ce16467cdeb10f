using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using MediatR;

namespace IncidentReporting.Application.Incidents.DiscardDraft;

/// <summary>Throws a draft away; a submitted report is withdrawn instead.</summary>
public sealed record DiscardDraftCommand(CaseReference Case) : ICommand;

internal sealed class DiscardDraftHandler(IIncidentReportingDb db, CaseDesk desk) : IRequestHandler<DiscardDraftCommand, Unit>
{
    public async Task<Unit> Handle(DiscardDraftCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        CaseDesk.Do(open, CaseAction.Discard, (draft, _) => draft.Incident.RequireDraft());
        db.Set<Incident>().Remove(open.Incident);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
