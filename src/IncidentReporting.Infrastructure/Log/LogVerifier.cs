using System.Data.Common;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>Walks a chain from its first entry to its last, row by row, and stops at the first that is not what it was.</summary>
internal sealed class LogVerifier(AppDb db, LogFolders folders, LogKey key, TimeProvider time) : ILogVerifier
{
    private static readonly TimeSpan LinkedWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SignedWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public async Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken)
    {
        var known = await db.Set<LogChain>().Select(head => head.EmployerId).ToListAsync(cancellationToken);
        // Not out of the whole log, which may be long: an employer without a head has at most entries that wait, or had all of it removed.
        var waiting = await db.Set<LogEntry>().Where(entry => entry.Seq == null).Select(entry => entry.EmployerId).Distinct().ToListAsync(cancellationToken);
        var employers = await db.Set<Employer>().Select(employer => employer.Id).ToListAsync(cancellationToken);
        return [.. known.Union(waiting).Union(employers).Union(CheckpointFile.Employers(folders)).OrderBy(employer => employer.Value)];
    }

    public async Task<LogOutcome> VerifyAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        // First what was signed, then the head, then the entries: each may go on while the next is read, never the other way round.
        var file = CheckpointFile.Of(folders, employer, time);
        var length = file.Length();
        using var signed = file.Read(length).GetEnumerator();
        var walk = new Walk(employer, new SignedMarks(signed, employer.Value, key));
        var before = await HeadAsync(employer, cancellationToken);
        var fault = walk.Marks.Next() ?? await WalkAsync(walk, before, cancellationToken);
        fault = walk.Bad is { } bad ? await new LogDiagnosis(db).OfAsync(employer, walk.Seq, walk.Hash, bad, cancellationToken) : fault;
        fault ??= End(walk, before, await HeadAsync(employer, cancellationToken))
            ?? await WaitingAsync(employer, cancellationToken);
        return new LogOutcome(employer, walk.Seq, walk.Until, walk.Marks.Agreed, fault);
    }

    private async Task<LogFault?> WalkAsync(Walk walk, LogChain? head, CancellationToken cancellationToken)
    {
        var rows = db.StreamAsync(
            $"""SELECT {LogRow.Columns} FROM "LogEntry" WHERE "EmployerId" = @employer AND "Seq" IS NOT NULL ORDER BY "Seq", "Id" """,
            Read,
            cancellationToken,
            ("@employer", walk.Employer.Value));
        await foreach (var row in rows)
        {
            if (row is null || row.Seq != walk.Seq + 1 || row.Hash is null || !LogForm.Hash(walk.Hash, walk.Seq + 1, row).AsSpan().SequenceEqual(row.Hash))
            {
                return row is null
                    ? new LogFault(LogFaultKind.Changed, walk.Seq + 1, null, "it holds what no entry can hold")
                    : row.Seq > walk.Seq + 1 ? new LogFault(LogFaultKind.Removed, walk.Seq + 1, null, $"no entry has this place; the next one is {row.Id}")
                    : row.Seq <= walk.Seq ? new LogFault(LogFaultKind.Inserted, row.Seq, row.Id, "another entry has this place")
                    : walk.Stray(row);
            }

            walk.Take(row);
            if (walk.Marks.Compare(walk.Seq, row) is { } bent)
            {
                return bent;
            }

            if (walk.Seq == head?.Seq && !row.Hash.AsSpan().SequenceEqual(head.Hash))
            {
                return new LogFault(LogFaultKind.Changed, walk.Seq, row.Id, "the head of the chain has another hash");
            }
        }

        return null;
    }

    private LogFault? End(Walk walk, LogChain? before, LogChain? after) =>
        before?.Seq > walk.Seq ? new LogFault(LogFaultKind.Truncated, walk.Seq + 1, null, $"the head of the chain is at {before.Seq}, the last entry at {walk.Seq}")
        : walk.Marks.Furthest is { } furthest && furthest > walk.Seq ? new LogFault(LogFaultKind.Truncated, walk.Seq + 1, null, $"a checkpoint was signed at {furthest}, the last entry is at {walk.Seq}")
        : walk.Seq == 0 ? null
        : after is null || after.Seq < walk.Seq ? new LogFault(LogFaultKind.Inserted, (after?.Seq ?? 0) + 1, null, $"the head of the chain is at {after?.Seq ?? 0}, the last entry at {walk.Seq}")
        : walk.Marks.Agreed == 0 && time.Now() - after.At > SignedWithin ? new LogFault(LogFaultKind.Checkpoint, null, null, "there is no checkpoint of it")
        : null;

    // An entry may tell of a time long past and have been committed just now: it counts as left only when nobody takes it while we look.
    private async Task<LogFault?> WaitingAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var latest = now - LinkedWithin;
        var left = await db.Set<LogEntry>().AsNoTracking().Where(entry => entry.EmployerId == employer && entry.Seq == null && entry.At < latest)
            .OrderBy(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        var began = time.GetTimestamp();
        while (left is not null && time.GetElapsedTime(began) < Watched && await IsWaitingAsync(left.Id, cancellationToken))
        {
            await Task.Delay(Look, time, cancellationToken);
        }

        return left is not null && await IsWaitingAsync(left.Id, cancellationToken)
            ? new LogFault(LogFaultKind.Unlinked, null, left.Id, $"it and what came after it is not linked, since {left.At:yyyy-MM-ddTHH:mm:ssZ}")
            : null;
    }

    private Task<bool> IsWaitingAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<LogEntry>().AnyAsync(entry => entry.Id == id && entry.Seq == null, cancellationToken);

    private async Task<LogChain?> HeadAsync(EmployerId employer, CancellationToken cancellationToken) =>
        await db.Set<LogChain>().AsNoTracking().SingleOrDefaultAsync(head => head.EmployerId == employer, cancellationToken);

    private static LogRow? Read(DbDataReader row)
    {
        try
        {
            return LogRow.Read(row);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    private sealed class Walk(EmployerId employer, SignedMarks marks)
    {
        public EmployerId Employer => employer;

        public SignedMarks Marks => marks;

        public long Seq { get; private set; }

        public byte[] Hash { get; private set; } = LogForm.Beginning;

        public DateTimeOffset? Until { get; private set; }

        /// <summary>The first entry that does not fit.</summary>
        public LogRow? Bad { get; private set; }

        public LogFault Stray(LogRow row)
        {
            Bad = row;
            return new LogFault(LogFaultKind.Changed, row.Seq, row.Id, string.Empty);
        }

        public void Take(LogRow row) => (Seq, Hash, Until) = (row.Seq!.Value, row.Hash!, row.At);
    }
}
