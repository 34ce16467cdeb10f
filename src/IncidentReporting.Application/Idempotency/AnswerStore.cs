using System.Text.Json;
using IncidentReporting.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Idempotency;

/// <summary>Finds and keeps answers by idempotency key, within the command's own transaction.</summary>
internal sealed class AnswerStore(IIncidentReportingDb db, IAnswerSeal seal, TimeProvider time)
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
            await db.Set<IdempotencyRecord>().Where(record => record.Id == kept.Id).ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        if (kept.RequestHash != call.RequestHash)
        {
            throw new InvalidInputException(Header, CommonTexts.KeyUsedForOther);
        }

        return seal.Open(kept.Body!) is { } json
            ? new Found<T>(JsonSerializer.Deserialize<T>(json, Json.Options)!)
            : throw new InvalidInputException(Header, CommonTexts.KeyUsedAnswerGone);
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
            Body = seal.Seal(JsonSerializer.Serialize(answer, Json.Options)),
            CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    public Task PurgeAsync(CancellationToken cancellationToken)
    {
        var before = time.Now() - KeptFor;
        return db.Set<IdempotencyRecord>().Where(record => record.CreatedAt <= before).ExecuteDeleteAsync(cancellationToken);
    }

    public sealed record Found<T>(T Answer);
}
