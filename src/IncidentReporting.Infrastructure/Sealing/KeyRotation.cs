using IncidentReporting.Application.Feedback;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Replaces the master key and the employers' keys while the service runs. What is sealed stays as it is: only keys are wrapped anew. Cut off, the next run goes on.</summary>
public sealed class KeyRotation
{
    private const int AtATime = 200;

    private readonly AppDb _db;
    private readonly IMasterKeys _master;
    private readonly EmployerKeys _employers;
    private readonly CaseShares _shares;

    internal KeyRotation(AppDb db, IMasterKeys master, EmployerKeys employers, CaseShares shares) =>
        (_db, _master, _employers, _shares) = (db, master, employers, shares);

    /// <summary>A new master key, and every employer's key wrapped by it. Answers how many were.</summary>
    public async Task<int> RotateMasterAsync(CancellationToken cancellationToken)
    {
        _master.Replace();
        var wrapped = await WrapEmployerKeysAsync(cancellationToken);
        await SealSessionKeysAsync(cancellationToken);
        return wrapped;
    }

    /// <summary>A new key for every employer, every case's key wrapped by it, and the old ones removed. Answers how many cases were.</summary>
    public async Task<int> RotateEmployersAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken);
        foreach (var key in latest)
        {
            // A run that was cut off has already made the next one.
            if (!await _db.Set<EmployerKey>().AnyAsync(other => other.EmployerId == key.EmployerId && other.Number < key.Number, cancellationToken))
            {
                await _employers.AddAsync(_db, key.EmployerId, key.Number + 1, cancellationToken);
            }
        }

        // Other processes may go on with the former key for a moment; what they wrap by it is found in the next round.
        var moved = 0;
        for (var waits = false; ; waits = true)
        {
            var found = await WrapRowsAsync<Incident, IncidentId>(progress, moved, cancellationToken)
                + await WrapRowsAsync<MeasureRequest, MeasureRequestId>(null, 0, cancellationToken)
                + await WrapRowsAsync<WorkStop, WorkStopId>(null, 0, cancellationToken)
                + await WrapRowsAsync<Campaign, Guid>(null, 0, cancellationToken)
                + await WrapRowsAsync<UnitWatch, UnitWatchId>(null, 0, cancellationToken)
                + await WrapRowsAsync<FeedbackMessage, Guid>(null, 0, cancellationToken)
                + await WrapRowsAsync<RetentionRun, Guid>(null, 0, cancellationToken)
                + await WrapRowsAsync<IdempotencyRecord, Guid>(null, 0, cancellationToken);
            moved += found;
            if (waits && found == 0)
            {
                break;
            }

            await Task.Delay(EmployerKeys.TakenFor + TimeSpan.FromSeconds(1), cancellationToken);
        }

        // The database refuses where something still rests on one.
        await using var scope = await _db.BeginAsync(cancellationToken);
        await Former().ExecuteDeleteAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return moved;
    }

    private IQueryable<EmployerKey> Former() =>
        _db.Set<EmployerKey>().Where(key => _db.Set<EmployerKey>().Any(other => other.EmployerId == key.EmployerId && other.Number > key.Number));

    private async Task<int> WrapEmployerKeysAsync(CancellationToken cancellationToken)
    {
        var current = _master.CurrentId;
        var wrapped = 0;
        foreach (var key in await _db.Set<EmployerKey>().AsNoTracking().Where(key => key.MasterId != current).ToListAsync(cancellationToken))
        {
            var purpose = EmployerKey.PurposeOf(key.Id);
            var anew = _master.Wrap(_master.Unwrap(key.MasterId, key.Wrapped, purpose), purpose);
            await using var scope = await _db.BeginAsync(cancellationToken);
            wrapped += await _db.Set<EmployerKey>().Where(row => row.Id == key.Id && row.MasterId == key.MasterId).ExecuteUpdateAsync(
                change => change.SetProperty(row => row.Wrapped, anew.Bytes).SetProperty(row => row.MasterId, anew.KeyId), cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return wrapped;
    }

    private async Task SealSessionKeysAsync(CancellationToken cancellationToken)
    {
        var seal = new MasterSeal(_master);
        foreach (var key in await _db.Set<DataProtectionKey>().ToListAsync(cancellationToken))
        {
            key.Xml = seal.Seal(seal.Open(key.Xml, KeyRepository.Purpose), KeyRepository.Purpose);
        }

        await _db.SaveChangesAsync(cancellationToken);
    }

    private Task<List<EmployerKey>> LatestAsync(CancellationToken cancellationToken) =>
        _db.Set<EmployerKey>().AsNoTracking()
            .Where(key => !_db.Set<EmployerKey>().Any(other => other.EmployerId == key.EmployerId && other.Number > key.Number)).ToListAsync(cancellationToken);

    private async Task<int> WrapRowsAsync<T, TId>(IProgress<int>? progress, int before, CancellationToken cancellationToken)
        where T : class
        where TId : struct
    {
        var moved = 0;
        foreach (var former in await Former().AsNoTracking().ToListAsync(cancellationToken))
        {
            while (await NextAsync<T, TId>(former.Id, cancellationToken) is { Count: > 0 } rows)
            {
                await using var scope = await _db.BeginAsync(cancellationToken);
                var (wrappedBy, employerKey) = await _employers.CurrentAsync(_db, former.EmployerId, cancellationToken);
                foreach (var (id, stored) in rows)
                {
                    var anew = WrapAnew(SealedType.ToGuid(id), stored, _employers.Get(former.Id), employerKey);
                    moved += await _db.Set<T>().Where(row => EF.Property<TId>(row, "Id").Equals(id) && EF.Property<Guid?>(row, SealColumns.WrappedBy) == former.Id)
                        .ExecuteUpdateAsync(
                            change => change.SetProperty(row => EF.Property<byte[]?>(row, SealColumns.Key), anew)
                                .SetProperty(row => EF.Property<Guid?>(row, SealColumns.WrappedBy), anew == null ? (Guid?)null : wrappedBy),
                            cancellationToken);
                }

                await scope.CommitAsync(cancellationToken);
                progress?.Report(before + moved);
            }
        }

        return moved;
    }

    // What was erased, and stands there from a copy made before, loses the rest of its key too.
    private byte[]? WrapAnew(Guid root, byte[] stored, byte[] former, byte[] next)
    {
        try
        {
            return CaseKey.Parse(stored).WrapAnew(root, former, next, _shares).ToStored();
        }
        catch (SealBrokenException broken) when (broken.IsErased)
        {
            return null;
        }
    }

    private async Task<List<(TId Id, byte[] Stored)>> NextAsync<T, TId>(Guid former, CancellationToken cancellationToken)
        where T : class
        where TId : struct
    {
        var rows = await _db.Set<T>().AsNoTracking().Where(row => EF.Property<Guid?>(row, SealColumns.WrappedBy) == former)
            .Select(row => new { Id = EF.Property<TId>(row, "Id"), Stored = EF.Property<byte[]?>(row, SealColumns.Key) }).Take(AtATime).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Stored!))];
    }
}
