using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Retention;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Retention;

/// <summary>Erases one thing of a released run, or finds that it is to be kept: claimed, done and logged in one transaction, so that several instances, and a start after a crash, do it once.</summary>
internal sealed class RetentionWork(AppDb db, DueItems due, CaseErasure cases, IErasure erasure, Destruction destruction, TimeProvider time)
{
    public Task<List<RetentionRun>> ReleasedAsync(CancellationToken cancellationToken) =>
        db.Set<RetentionRun>().AsNoTracking().Where(run => run.State == RetentionRunState.Released).OrderBy(run => run.ProposedAt).ToListAsync(cancellationToken);

    public Task<List<RetentionItem>> PendingAsync(RetentionRun run, Guid after, int most, CancellationToken cancellationToken) =>
        db.Set<RetentionItem>().AsNoTracking().Where(item => item.RunId == run.Id && item.State == RetentionItemState.Pending && item.Id.CompareTo(after) > 0)
            .OrderBy(item => item.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>False when another instance has it.</summary>
    public async Task<bool> TakeAsync(RetentionRun run, RetentionItem item, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await using var scope = await db.BeginAsync(cancellationToken);

        // The row is held from here to the end of the transaction; whoever comes second finds it settled.
        if (await SettleAsync(item, RetentionItemState.Erased, now, cancellationToken) == 0)
        {
            return false;
        }

        var outcome = await EraseAsync(run, item, now, cancellationToken);
        if (outcome != RetentionItemState.Erased)
        {
            await db.Set<RetentionItem>().Where(row => row.Id == item.Id).ExecuteUpdateAsync(change => change.SetProperty(row => row.State, outcome), cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Destroys what is left to be destroyed, and ends the run when nothing of it waits.</summary>
    public async Task<bool> FinishAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        if (!await destruction.FinishAsync(cancellationToken))
        {
            return false;
        }

        await db.WipeAsync(cancellationToken);
        await using var scope = await db.BeginAsync(cancellationToken);
        var now = time.Now();
        var waits = await db.Set<RetentionItem>().AnyAsync(item => item.RunId == run.Id && item.State == RetentionItemState.Pending, cancellationToken);
        var standing = await db.Set<RetentionRun>().SingleAsync(row => row.Id == run.Id, cancellationToken);
        if (waits || standing.State != RetentionRunState.Released)
        {
            return false;
        }

        var counts = await db.Set<RetentionItem>().Where(item => item.RunId == run.Id).GroupBy(item => item.State).Select(state => new { state.Key, Count = state.Count() })
            .ToListAsync(cancellationToken);
        standing.Finish(now);
        db.Add(Entry(run, "retention_done", run.Id, now, string.Join(' ', counts.OrderBy(count => count.Key).Select(count => $"{Domain.Common.SnakeCase.Of(count.Key)}={count.Count}"))));
        await db.SaveChangesAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return true;
    }

    private Task<int> SettleAsync(RetentionItem item, RetentionItemState state, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<RetentionItem>().Where(row => row.Id == item.Id && row.State == RetentionItemState.Pending)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.State, state).SetProperty(row => row.SettledAt, now), cancellationToken);

    private Task<RetentionItemState> EraseAsync(RetentionRun run, RetentionItem item, DateTimeOffset now, CancellationToken cancellationToken) => item.Rule switch
    {
        RetentionRule.Case => EraseCaseAsync(run, item, now, cancellationToken),
        RetentionRule.CounterpartIdentity => EraseIdentityAsync(run, item, now, cancellationToken),
        RetentionRule.Influence => EraseInfluenceAsync(run, item, now, cancellationToken),
        RetentionRule.MeasureRequest => EraseRowAsync(
            run, item, db.Set<MeasureRequest>().Where(row => row.Id == new MeasureRequestId(item.SubjectId) && row.Version == item.SubjectVersion), "measure_request_erased", now, cancellationToken),
        RetentionRule.WorkStop => EraseRowAsync(
            run, item, db.Set<WorkStop>().Where(row => row.Id == new WorkStopId(item.SubjectId) && row.Version == item.SubjectVersion), "work_stop_erased", now, cancellationToken),
        _ => throw new InvalidOperationException($"There is no erasure by the rule {item.Rule}."),
    };

    private async Task<RetentionItemState> EraseCaseAsync(RetentionRun run, RetentionItem item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(item, cancellationToken) is not { } incident || incident.ErasedAt is not null)
        {
            return RetentionItemState.KeptChanged;
        }

        if (incident.HeldAt is not null)
        {
            return RetentionItemState.KeptHeld;
        }

        if (incident.Version != item.SubjectVersion || incident.KeptSince is null)
        {
            return RetentionItemState.KeptChanged;
        }

        await cases.EraseAsync(incident, run.Id, new Actor(default, CaseRole.System, now), cancellationToken);
        return RetentionItemState.Erased;
    }

    // A note of the same case that the run has erased changes nothing of what was judged.
    private Task<RetentionItemState> EraseIdentityAsync(RetentionRun run, RetentionItem item, DateTimeOffset now, CancellationToken cancellationToken) => EraseWithinAsync(
        item,
        async incident => incident.KeptSince is not null
            && (incident.Version == item.SubjectVersion || !await due.IsAddedToAsync(incident.Id, run.ProposedAt, cancellationToken)),
        incident => incident.EraseCounterpartIdentity(new Actor(default, CaseRole.System, now)),
        cancellationToken);

    // Only the note is judged, by when it was last written.
    private Task<RetentionItemState> EraseInfluenceAsync(RetentionRun run, RetentionItem item, DateTimeOffset now, CancellationToken cancellationToken) => EraseWithinAsync(
        item,
        incident => Task.FromResult(incident.Influences.Any(note => note.Id == item.SubjectId && note.At <= run.ProposedAt)),
        incident => incident.EraseInfluence(item.SubjectId, new Actor(default, CaseRole.System, now)),
        cancellationToken);

    // The case goes on without it.
    private async Task<RetentionItemState> EraseWithinAsync(RetentionItem item, Func<Incident, Task<bool>> isAsJudged, Action<Incident> erase, CancellationToken cancellationToken)
    {
        if (await FindAsync(item, cancellationToken) is not { } incident)
        {
            return RetentionItemState.KeptChanged;
        }

        if (incident.ErasedAt is not null)
        {
            // With its case, a moment ago.
            return RetentionItemState.Erased;
        }

        if (incident.HeldAt is not null)
        {
            return RetentionItemState.KeptHeld;
        }

        if (!await isAsJudged(incident))
        {
            return RetentionItemState.KeptChanged;
        }

        erase(incident);
        foreach (var happened in incident.TakeEvents())
        {
            db.Add(Application.Incidents.CaseLog.Of(incident, happened));
        }

        await db.SaveChangesAsync(cancellationToken);
        return RetentionItemState.Erased;
    }

    private async Task<RetentionItemState> EraseRowAsync<T>(
        RetentionRun run, RetentionItem item, IQueryable<T> rows, string action, DateTimeOffset now, CancellationToken cancellationToken)
        where T : class
    {
        if (item.IncidentId is { } id && await db.Set<Incident>().AnyAsync(incident => incident.Id == id && incident.HeldAt != null, cancellationToken))
        {
            return RetentionItemState.KeptHeld;
        }

        if (await erasure.EraseAsync(rows, cancellationToken) == 0)
        {
            return RetentionItemState.KeptChanged;
        }

        await db.Set<Obligation>().Where(duty => duty.SubjectId == item.SubjectId).ExecuteDeleteAsync(cancellationToken);
        db.Add(Entry(run, action, item.SubjectId, now, item.Rule));
        await db.SaveChangesAsync(cancellationToken);
        return RetentionItemState.Erased;
    }

    private Task<Incident?> FindAsync(RetentionItem item, CancellationToken cancellationToken) =>
        db.Set<Incident>().SingleOrDefaultAsync(incident => incident.Id == item.IncidentId, cancellationToken);

    private static LogEntry Entry(RetentionRun run, string action, Guid about, DateTimeOffset now, string fields) => new()
    {
        Id = Guid.CreateVersion7(now),
        EmployerId = run.EmployerId,
        At = now,
        Action = action,
        About = about,
        Group = OrganisationLog.Group,
        Fields = fields,
    };
}
