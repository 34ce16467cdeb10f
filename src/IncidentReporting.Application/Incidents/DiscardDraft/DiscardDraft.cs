using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Incidents;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = MediatR.Unit;

namespace IncidentReporting.Application.Incidents.DiscardDraft;

/// <summary>Throws a draft away; a submitted report is withdrawn instead.</summary>
public sealed record DiscardDraftCommand(CaseReference Case) : ICommand;

internal sealed class DiscardDraftHandler(IIncidentReportingDb db, IErasure erasure, CaseDesk desk) : IRequestHandler<DiscardDraftCommand, Unit>
{
    public async Task<Unit> Handle(DiscardDraftCommand command, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(command.Case, cancellationToken);
        Actor? by = null;
        CaseDesk.Do(
            open, CaseAction.Discard,
            (draft, actor) =>
            {
                draft.Incident.RequireDraft();
                by = actor;
            });
        var (id, version) = (open.Incident.Id, open.Incident.Version);
        db.ClearTracked();
        var rows = db.Set<Incident>().IgnoreAutoIncludes().Where(draft => draft.Id == id && draft.State == IncidentState.Draft && draft.Version == version);
        if (await erasure.EraseAsync(rows, cancellationToken) == 0)
        {
            // Submitted or changed by another call.
            throw new ChangedMeanwhileException();
        }

        await erasure.EraseAnswersOfAsync(db, id, cancellationToken);
        db.Set<LogEntry>().Add(CaseLog.Of(open.Incident, new IncidentEvent("draft_discarded", by!, FieldGroup.Core)));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
