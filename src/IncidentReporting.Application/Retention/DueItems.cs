using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.WorkStops;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention;

/// <param name="Since">When its time began to run.</param>
internal sealed record DueItem(string Rule, Guid Id, IncidentId? Case, string? Number, long Version, DateTimeOffset Since);

/// <param name="Added">When a person last added to the case or changed it; null where the log tells of nobody.</param>
internal sealed record EndedCase(IncidentId Id, string? Number, long Version, DateTimeOffset Ended, DateTimeOffset? Added)
{
    public DateTimeOffset Since => Added > Ended ? Added.Value : Ended;
}

internal sealed record HeldCase(IncidentId Id, string? Number, DateTimeOffset HeldAt);

/// <summary>Finds what is due: ids, numbers and dates, never what a case says.</summary>
internal sealed class DueItems(IIncidentReportingDb db)
{
    /// <summary>More wait for the next run.</summary>
    public const int MostAtOnce = 2_000;

    /// <summary>What two persons let go of, oldest first.</summary>
    public Task<IReadOnlyList<DueItem>> FindAsync(EmployerId employer, RetentionDue due, CancellationToken cancellationToken) =>
        FindAsync(employer, due, MostAtOnce, cancellationToken);

    /// <summary>As above, but for what stands in a run that is released and not done, or can be released yet.</summary>
    public async Task<IReadOnlyList<DueItem>> FindUnproposedAsync(EmployerId employer, RetentionDue due, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(employer, due.InForce.Version, cancellationToken);
        var found = await FindAsync(employer, due, MostAtOnce + waiting.Count, cancellationToken);
        return [.. found.Where(item => !waiting.Contains((item.Rule, item.Id))).Take(MostAtOnce)];
    }

    /// <summary>Whether there is anything for them to let go of.</summary>
    public async Task<bool> AnyAsync(EmployerId employer, RetentionDue due, CancellationToken cancellationToken)
    {
        var notes = due.Since(RetentionRule.Influence);
        return await Ended(employer, due.Since(RetentionRule.Case)).AnyAsync(cancellationToken)
            || await Identified(employer, due.Since(RetentionRule.CounterpartIdentity)).AnyAsync(cancellationToken)
            || await Standing(employer).AnyAsync(row => row.Influences.Any(note => note.At <= notes), cancellationToken)
            || await Requests(employer, due.Since(RetentionRule.MeasureRequest)).AnyAsync(cancellationToken)
            || await Stops(employer, due.Since(RetentionRule.WorkStop)).AnyAsync(cancellationToken);
    }

    /// <summary>Mails that have left or were given up.</summary>
    public IQueryable<OutboxMessage> Mails(EmployerId employer, RetentionDue due)
    {
        var since = due.Since(RetentionRule.MailLog);
        return db.Set<OutboxMessage>().Where(mail => mail.EmployerId == employer && (mail.State == OutboxState.Sent || mail.State == OutboxState.Dead) && mail.CreatedAt <= since);
    }

    /// <summary>Whether a person has added to the case or changed it since.</summary>
    public Task<bool> IsAddedToAsync(IncidentId id, DateTimeOffset since, CancellationToken cancellationToken) =>
        Additions.AnyAsync(entry => entry.IncidentId == id && entry.At >= since, cancellationToken);

    /// <summary>Cases that somebody keeps from being erased, however old they are; longest kept first.</summary>
    public Task<List<HeldCase>> HeldAsync(EmployerId employer, CancellationToken cancellationToken) =>
        db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes().Where(incident => incident.EmployerId == employer && incident.ErasedAt == null && incident.HeldAt != null)
            .OrderBy(incident => incident.HeldAt).Select(incident => new HeldCase(incident.Id, incident.Number, incident.HeldAt!.Value)).ToListAsync(cancellationToken);

    /// <summary>From when on the time of each of the cases counts; of those that have not ended, or are erased, nothing.</summary>
    public async Task<IReadOnlyDictionary<IncidentId, DateTimeOffset>> SinceAsync(IReadOnlyCollection<IncidentId> cases, CancellationToken cancellationToken)
    {
        var since = new Dictionary<IncidentId, DateTimeOffset>();
        foreach (var some in cases.Chunk(500))
        {
            var ended = db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes()
                .Where(row => some.Contains(row.Id) && row.ErasedAt == null && (row.State == IncidentState.Closed ? row.ClosedAt : row.EndedAt) != null);
            foreach (var known in await TimesOf(ended).ToListAsync(cancellationToken))
            {
                since[known.Id] = known.Since;
            }
        }

        return since;
    }

    private async Task<IReadOnlyList<DueItem>> FindAsync(EmployerId employer, RetentionDue due, int most, CancellationToken cancellationToken)
    {
        var found = new List<DueItem>();
        found.AddRange(await CasesAsync(RetentionRule.Case, Ended(employer, due.Since(RetentionRule.Case)), most, cancellationToken));

        // What goes with its case needs no judgement of its own.
        var whole = found.Select(item => item.Case).ToHashSet();
        found.AddRange(
            (await CasesAsync(RetentionRule.CounterpartIdentity, Identified(employer, due.Since(RetentionRule.CounterpartIdentity)), most, cancellationToken)).Where(named => !whole.Contains(named.Case)));
        found.AddRange((await InfluencesAsync(employer, due.Since(RetentionRule.Influence), most, cancellationToken)).Where(note => !whole.Contains(note.Case)));
        found.AddRange(
            (await Requests(employer, due.Since(RetentionRule.MeasureRequest)).OrderBy(row => row.ClosedAt).Take(most)
                .Select(row => new { row.Id, row.IncidentId, row.Version, row.ClosedAt }).ToListAsync(cancellationToken))
            .Select(row => new DueItem(RetentionRule.MeasureRequest, row.Id.Value, row.IncidentId, Number: null, row.Version, row.ClosedAt!.Value)));
        found.AddRange(
            (await Stops(employer, due.Since(RetentionRule.WorkStop)).OrderBy(row => row.EndedAt).Take(most)
                .Select(row => new { row.Id, row.IncidentId, row.Version, row.EndedAt }).ToListAsync(cancellationToken))
            .Select(row => new DueItem(RetentionRule.WorkStop, row.Id.Value, row.IncidentId, Number: null, row.Version, row.EndedAt!.Value)));
        return [.. found.Take(most)];
    }

    private async Task<IReadOnlySet<(string Rule, Guid Subject)>> WaitingAsync(EmployerId employer, long policyNumber, CancellationToken cancellationToken)
    {
        var runs = db.Set<RetentionRun>().Where(run => run.EmployerId == employer
            && (run.State == RetentionRunState.Released || (run.State == RetentionRunState.Proposed && run.PolicyNumber == policyNumber)));
        var waiting = db.Set<RetentionItem>().Where(item => item.State == RetentionItemState.Pending && runs.Any(run => run.Id == item.RunId));
        return (await waiting.Select(item => new { item.Rule, item.SubjectId }).ToListAsync(cancellationToken)).Select(item => (item.Rule, item.SubjectId)).ToHashSet();
    }

    private async Task<IEnumerable<DueItem>> CasesAsync(string rule, IQueryable<Incident> cases, int most, CancellationToken cancellationToken) =>
        (await TimesOf(cases.OrderBy(row => row.SubmittedAt).Take(most)).ToListAsync(cancellationToken))
        .Select(row => new DueItem(rule, row.Id.Value, row.Id, row.Number, row.Version, row.Since));

    // The end, or what a person added later.
    private IQueryable<EndedCase> TimesOf(IQueryable<Incident> ended)
    {
        var additions = Additions;
        return ended.Select(row => new EndedCase(
            row.Id, row.Number, row.Version, (row.State == IncidentState.Closed ? row.ClosedAt : row.EndedAt)!.Value,
            additions.Where(entry => entry.IncidentId == row.Id).Max(entry => (DateTimeOffset?)entry.At)));
    }

    private async Task<IEnumerable<DueItem>> InfluencesAsync(EmployerId employer, DateTimeOffset since, int most, CancellationToken cancellationToken) =>
        (await Standing(employer).SelectMany(
                row => row.Influences.Where(note => note.At <= since), (row, note) => new { row.Id, row.Number, row.Version, Note = note.Id, note.At })
            .OrderBy(row => row.At).Take(most).ToListAsync(cancellationToken))
        .Select(row => new DueItem(RetentionRule.Influence, row.Note, row.Id, row.Number, row.Version, row.At));

    private IQueryable<MeasureRequest> Requests(EmployerId employer, DateTimeOffset since)
    {
        var held = Held;
        return db.Set<MeasureRequest>().AsNoTracking().Where(row => row.EmployerId == employer && row.ClosedAt <= since && !held.Any(incident => incident.Id == row.IncidentId));
    }

    private IQueryable<WorkStop> Stops(EmployerId employer, DateTimeOffset since)
    {
        var held = Held;
        return db.Set<WorkStop>().AsNoTracking().Where(row => row.EmployerId == employer && row.EndedAt <= since && !held.Any(incident => incident.Id == row.IncidentId));
    }

    // What belongs to a case that somebody keeps is kept with it.
    private IQueryable<Incident> Held => db.Set<Incident>().IgnoreAutoIncludes().Where(incident => incident.HeldAt != null);

    // Only cases that ended long enough ago are looked up in the log.
    private IQueryable<Incident> Ended(EmployerId employer, DateTimeOffset since)
    {
        var additions = Additions;
        return Standing(employer)
            .Where(row => (row.State == IncidentState.Closed && row.ClosedAt <= since)
                || ((row.State == IncidentState.Withdrawn || row.State == IncidentState.Duplicate || row.State == IncidentState.Transferred || row.State == IncidentState.OutOfScope)
                    && row.EndedAt <= since))
            .Where(row => !additions.Any(entry => entry.IncidentId == row.Id && entry.At > since));
    }

    private IQueryable<Incident> Identified(EmployerId employer, DateTimeOffset since) =>
        Ended(employer, since).Where(row =>
            row.Report.CounterpartIdentity != null || row.Corrections.Any(correction => ReportFields.OfCounterpartIdentity.Contains(correction.Field)));

    // What the service did by itself is nobody's addition, nor that a case is kept or let go.
    private IQueryable<LogEntry> Additions =>
        db.Set<LogEntry>().Where(entry => entry.Group == CaseLog.Case && entry.ActorId != null && entry.Action != "hold_set" && entry.Action != "hold_released");

    private IQueryable<Incident> Standing(EmployerId employer) =>
        db.Set<Incident>().AsNoTracking().IgnoreAutoIncludes()
            .Where(row => row.EmployerId == employer && row.State != IncidentState.Draft && row.ErasedAt == null && row.HeldAt == null);
}
