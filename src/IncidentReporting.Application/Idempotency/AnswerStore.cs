using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Idempotency;

/// <summary>Finds and keeps answers by idempotency key, within the command's own transaction.</summary>
internal sealed class AnswerStore(IIncidentReportingDb db, IErasure erasure, ICurrentUser user, IOrgCharts charts, TimeProvider time)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public const string Header = "Idempotency-Key";

    public async Task<Found<T>?> FindAsync<T>(IdempotencyContext call, CancellationToken cancellationToken)
    {
        var kept = await db.Set<IdempotencyRecord>().AsNoTracking()
            .SingleOrDefaultAsync(record => record.UserId == call.Caller && record.KeyHash == call.KeyHash, cancellationToken);
        if (kept is null)
        {
            return null;
        }

        if (kept.CreatedAt <= time.Now() - KeptFor)
        {
            await erasure.EraseAsync(db.Set<IdempotencyRecord>().Where(record => record.Id == kept.Id), cancellationToken);
            return null;
        }

        if (kept.RequestHash != call.RequestHash)
        {
            throw new InvalidInputException(Header, CommonTexts.KeyUsedForOther);
        }

        var answer = JsonSerializer.Deserialize<T>(kept.Answer.Value, Json.Options)!;
        List<IncidentId> cases = [.. kept.Cases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new IncidentId(Guid.Parse(id)))];
        if (cases.Count > 0)
        {
            await ReadAgainAsync(cases, answer, cancellationToken);
        }

        return new Found<T>(answer);
    }

    public async Task KeepAsync<T>(IdempotencyContext call, T answer, CancellationToken cancellationToken)
    {
        if (answer is IGivenOnce)
        {
            return;
        }

        var now = time.Now();
        db.Set<IdempotencyRecord>().Add(new IdempotencyRecord
        {
            Id = Guid.CreateVersion7(now),
            UserId = call.Caller,
            KeyHash = call.KeyHash!,
            RequestHash = call.RequestHash!,
            Answer = CaseText.From(JsonSerializer.Serialize(answer, Json.Options))!,
            Cases = answer is IAboutCases about ? string.Join(' ', about.Cases.Select(id => id.Value)) : string.Empty,
            CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task PurgeAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - KeptFor;
        return erasure.EraseAsync(db.Set<IdempotencyRecord>().Where(record => record.CreatedAt <= before), cancellationToken);
    }

    // Who no longer reads a case does not read it in an old answer; who does, has read it once more.
    private async Task ReadAgainAsync<T>(List<IncidentId> cases, T answer, CancellationToken cancellationToken)
    {
        var readable = db.Set<Incident>().AsNoTracking().ReadableBy(user).Where(incident => cases.Contains(incident.Id));
        if (await readable.CountAsync(cancellationToken) < cases.Count)
        {
            throw new NotFoundException();
        }

        if (answer is IncidentView view && await readable.SingleAsync(cancellationToken) is { IsDraft: false } incident)
        {
            var (chart, now) = (await charts.OfAsync(incident.EmployerId, cancellationToken), time.Now());
            var open = new OpenCase(incident, CaseRoles.Of(incident, user, chart, now), chart, user, now);
            db.Set<LogEntry>().Add(CaseLog.Reading(open, "incident_read", ShownFields.Of(view)));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public sealed record Found<T>(T Answer);
}
