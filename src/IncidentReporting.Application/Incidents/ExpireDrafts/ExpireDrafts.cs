using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.ExpireDrafts;

/// <summary>Removes drafts thirty days after they were begun, and tells their writers before. A draft holds personal data that nobody else knows of.</summary>
public interface IDraftExpiry
{
    /// <summary>Drafts that may have a mail or the removal due.</summary>
    Task<IReadOnlyList<IncidentId>> DueAsync(CancellationToken cancellationToken);

    /// <summary>Does what is due for one draft, in one transaction; false when there is nothing to do.</summary>
    Task<bool> TakeAsync(IncidentId draft, CancellationToken cancellationToken);
}

internal sealed class DraftExpiry(IIncidentReportingDb db, IErasure erasure, IOutbox outbox, TimeProvider time) : IDraftExpiry
{
    public const string Rule = "draft";
    public const string FirstMail = "day7";
    public const string LastMail = "day27";

    private static readonly TimeSpan FirstMailAfter = TimeSpan.FromDays(7);
    private static readonly TimeSpan LastMailAfter = TimeSpan.FromDays(27);
    private static readonly TimeSpan RemovedAfter = TimeSpan.FromDays(30);

    // Nobody loses a draft without having been told, also after the service has stood still.
    private static readonly TimeSpan Warning = RemovedAfter - LastMailAfter;

    public async Task<IReadOnlyList<IncidentId>> DueAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - FirstMailAfter;
        return await Drafts().Where(draft => draft.CreatedAt <= before).Select(draft => draft.Id).ToListAsync(cancellationToken);
    }

    public async Task<bool> TakeAsync(IncidentId draft, CancellationToken cancellationToken)
    {
        await using var scope = await db.BeginAsync(cancellationToken);
        var now = time.Now();
        if (await Drafts().SingleOrDefaultAsync(incident => incident.Id == draft, cancellationToken) is not { } incident)
        {
            return false;
        }

        var age = now - incident.CreatedAt;
        var last = OrderOf(incident, LastMail, Latest(incident.CreatedAt + RemovedAfter, now + Warning));
        var lastToldAt = await OrderedAtAsync(last, cancellationToken);
        var done = lastToldAt is { } told
            ? age >= RemovedAfter && told <= now - Warning && await RemoveAsync(incident, now, cancellationToken)
            : age >= LastMailAfter
                ? await OrderAsync(last, cancellationToken)
                : age >= FirstMailAfter && await OrderAsync(OrderOf(incident, FirstMail, incident.CreatedAt + RemovedAfter), cancellationToken);
        if (done)
        {
            await db.SaveChangesAsync(cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return done;
    }

    private IQueryable<Incident> Drafts() =>
        db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes().Where(incident => incident.State == IncidentState.Draft);

    private async Task<bool> OrderAsync(MailOrder order, CancellationToken cancellationToken)
    {
        if (await OrderedAtAsync(order, cancellationToken) is not null)
        {
            return false;
        }

        outbox.Add(order);
        return true;
    }

    private Task<DateTimeOffset?> OrderedAtAsync(MailOrder order, CancellationToken cancellationToken)
    {
        var key = OutboxMessage.KeyOf(order);
        return db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DedupKey == key).Select(message => (DateTimeOffset?)message.CreatedAt)
            .SingleOrDefaultAsync(cancellationToken);
    }

    // Only as long as it is the draft that was looked at: submitted or changed meanwhile, it stays.
    private async Task<bool> RemoveAsync(Incident incident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = await erasure.EraseAsync(Drafts().Where(draft => draft.Id == incident.Id && draft.Version == incident.Version), cancellationToken);
        if (removed == 0)
        {
            return false;
        }

        await erasure.EraseAnswersOfAsync(db, incident.Id, cancellationToken);
        db.Set<LogEntry>().Add(CaseLog.Of(incident, new IncidentEvent("draft_expired", new Actor(default, CaseRole.System, now), FieldGroup.Core)));
        return true;
    }

    private static MailOrder OrderOf(Incident incident, string step, DateTimeOffset until) => new(
        incident.EmployerId, incident.ReporterId, incident.Id, Number: null, Rule, step, MailTemplate.DraftExpiring, until,
        $"/incidents/{incident.Id.Value}", BookedAt: null, incident.Id.Value.ToString());

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
