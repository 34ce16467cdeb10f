using System.Linq.Expressions;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Attach;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.Evidence;

/// <summary>The virus scan of what was received, piece by piece; several instances can do it at once.</summary>
public interface IScanWork
{
    /// <summary>Files that are to be scanned now.</summary>
    Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken);

    /// <summary>Scans the file, unless another instance has just taken it.</summary>
    Task ScanAsync(Guid attachmentId, CancellationToken cancellationToken);
}

internal sealed class ScanWork(IIncidentReportingDb db, EvidenceDesk desk, IVirusScanner scanner, TimeProvider time) : IScanWork
{
    private const int AtATime = 100;

    /// <summary>A scan is over by then; should the instance have died, another takes the file.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(6);

    public async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        return scanner.IsSetUp
            ? await db.Set<Attachment>().AsNoTracking().Where(attachment => attachment.ScanDueAt != null && attachment.ScanDueAt <= now)
                .OrderBy(attachment => attachment.ScanDueAt).Select(attachment => attachment.Id).Take(AtATime).ToListAsync(cancellationToken)
            : [];
    }

    public async Task ScanAsync(Guid attachmentId, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var until = now + Taken;
        if (await db.Set<Attachment>().Where(attachment => attachment.Id == attachmentId && attachment.ScanDueAt != null && attachment.ScanDueAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(attachment => attachment.ScanDueAt, until), cancellationToken) == 0)
        {
            return;
        }

        var incident = await db.Set<Incident>().AsNoTracking().SingleAsync(Holding(attachmentId), cancellationToken);
        var file = incident.Attachments.First(attachment => attachment.Id == attachmentId);
        await KeepAsync(incident, file, await AskAsync(incident.Id, file, cancellationToken), cancellationToken);
    }

    private static Expression<Func<Incident, bool>> Holding(Guid attachmentId) => incident => incident.Attachments.Any(attachment => attachment.Id == attachmentId);

    private async Task<ScanAnswer> AskAsync(IncidentId incident, Attachment file, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await desk.OpenAsync(incident, file, cancellationToken);
            return await scanner.ScanAsync(content, cancellationToken);
        }
        catch (EvidenceDamagedException)
        {
            // Logged where it was found; it may be brought back from the backup.
            return new ScanAnswer(ScanOutcome.NoAnswer);
        }
    }

    private async Task KeepAsync(Incident incident, Attachment file, ScanAnswer answer, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var state = answer.Outcome switch
        {
            ScanOutcome.Clean => ScanState.Clean,
            ScanOutcome.Infected => ScanState.Infected,
            ScanOutcome.TooLarge => ScanState.NotScanned,
            _ => ScanState.Failed,
        };
        var finding = answer.Finding is { Length: > Attachment.FindingLength } longer ? longer[..Attachment.FindingLength] : answer.Finding;
        DateTimeOffset? due = state == ScanState.Failed ? now + RetryAfter(file.ScanAttempts) : null;
        await using var scope = await db.BeginAsync(cancellationToken);
        await db.Set<Attachment>().Where(attachment => attachment.Id == file.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(attachment => attachment.Scan, state)
                .SetProperty(attachment => attachment.ScannedAt, now)
                .SetProperty(attachment => attachment.ScanDueAt, due)
                .SetProperty(attachment => attachment.ScanAttempts, file.ScanAttempts + 1)
                .SetProperty(attachment => attachment.ScanFinding, finding),
            cancellationToken);

        // That it could not be done is told once, not at each attempt.
        if (state != file.Scan)
        {
            db.Set<LogEntry>().Add(CaseLog.Of(incident, new IncidentEvent("evidence_scanned", new Actor(default, CaseRole.System, now), FieldGroup.Narrative, file.Id, SnakeCase.Of(state))));
            await db.SaveChangesAsync(cancellationToken);
        }

        await scope.CommitAsync(cancellationToken);
    }

    private static TimeSpan RetryAfter(int attempts)
    {
        var wait = FirstRetry * Math.Pow(2, Math.Min(attempts, 16));
        return wait < LongestRetry ? wait : LongestRetry;
    }
}
