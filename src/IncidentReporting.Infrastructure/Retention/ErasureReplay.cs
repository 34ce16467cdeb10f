using IncidentReporting.Application.Common;
using IncidentReporting.Application.Feedback;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Retention;

/// <summary>After a restore: what was erased since the backup was made is erased again, by the keys that are gone.</summary>
internal sealed class ErasureReplay(AppDb db, CaseErasure cases, IErasure erasure, TimeProvider time)
{
    /// <summary>Answers what was erased; the rest stays, unreadable.</summary>
    public async Task<int> RunAsync(IReadOnlyCollection<(Type Kind, Guid Id)> erased, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var (kind, id) in erased)
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            done += kind == typeof(Incident) ? await EraseCaseAsync(new IncidentId(id), cancellationToken)
                : kind == typeof(MeasureRequest) ? await erasure.EraseAsync(db.Set<MeasureRequest>().Where(row => row.Id == new MeasureRequestId(id)), cancellationToken)
                : kind == typeof(WorkStop) ? await erasure.EraseAsync(db.Set<WorkStop>().Where(row => row.Id == new WorkStopId(id)), cancellationToken)
                : kind == typeof(FeedbackMessage) ? await erasure.EraseAsync(db.Set<FeedbackMessage>().Where(row => row.Id == id), cancellationToken)
                : kind == typeof(IdempotencyRecord) ? await erasure.EraseAsync(db.Set<IdempotencyRecord>().Where(row => row.Id == id), cancellationToken)
                : 0;
            await scope.CommitAsync(cancellationToken);
            db.ClearTracked();
        }

        return done;
    }

    private async Task<int> EraseCaseAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id, cancellationToken);
        if (incident.IsDraft)
        {
            db.Remove(incident);
            await db.SaveChangesAsync(cancellationToken);
            return 1;
        }

        if (incident.KeptSince is null || incident.HeldAt is not null || incident.ErasedAt is not null)
        {
            return 0;
        }

        await cases.EraseAsync(incident, Guid.Empty, new Actor(default, CaseRole.System, time.Now()), cancellationToken);
        return 1;
    }
}
