using System.Text.Json;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Idempotency;

/// <summary>Finds and keeps answers by idempotency key, within the command's own transaction.</summary>
internal sealed class AnswerStore(IIncidentReportingDb db, IErasure erasure, TimeProvider time)
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

        // Who has been kept out of a case since does not read it in an old answer.
        var cases = kept.Cases.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new IncidentId(Guid.Parse(id))).ToList();
        if (cases.Count > 0 && await db.Set<Incident>().KeptFrom(call.Caller).AnyAsync(incident => cases.Contains(incident.Id), cancellationToken))
        {
            throw new NotFoundException();
        }

        return new Found<T>(JsonSerializer.Deserialize<T>(kept.Answer.Value, Json.Options)!);
    }

    public async Task KeepAsync<T>(IdempotencyContext call, T answer, CancellationToken cancellationToken)
    {
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

    public sealed record Found<T>(T Answer);
}
