using System.Security.Cryptography;
using IncidentReporting.Application.Feedback;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Domain.Campaigns;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Identity;
using IncidentReporting.Infrastructure.Keys;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Replaces the master key and the employers' keys while the service runs. What is sealed stays as it is: only keys are wrapped anew. Cut off, the next run goes on.</summary>
public sealed class KeyRotation
{
    private const int AtATime = 200;

    // A name that no backup takes.
    private const string LockName = ".rotate-keys.lock";

    private readonly AppDb _db;
    private readonly IMasterKeys _master;
    private readonly EmployerKeys _employers;
    private readonly CaseShares _shares;
    private readonly SealingFolder _folder;
    private readonly TimeProvider _time;

    internal KeyRotation(AppDb db, IMasterKeys master, EmployerKeys employers, CaseShares shares, SealingFolder folder, TimeProvider time) =>
        (_db, _master, _employers, _shares, _folder, _time) = (db, master, employers, shares, folder, time);

    /// <summary>Keeps every other rotation from beginning until it is disposed of. Throws where one runs.</summary>
    public IDisposable Claim()
    {
        var file = Path.Combine(_folder.Path, LockName);
        try
        {
            return OwnerFile.Lock(file);
        }
        catch (IOException held) when (File.Exists(file))
        {
            throw new InvalidOperationException("Another rotate-keys runs: wait for its end.", held);
        }
    }

    /// <summary>A new master key, and every employer's key wrapped by it. Answers how many were.</summary>
    public async Task<int> RotateMasterAsync(CancellationToken cancellationToken)
    {
        _master.Replace();
        var wrapped = await WrapEmployerKeysAsync(cancellationToken);
        await SealSessionKeysAsync(cancellationToken);
        return wrapped;
    }

    /// <summary>A new key for every employer, every case's key wrapped by it, and the old ones removed, but those that something still rests on which does not open.</summary>
    public async Task<EmployersRotated> RotateEmployersAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        // A run that was cut off has already made the next one.
        var begun = await Former().AsNoTracking().ToListAsync(cancellationToken);
        await AddNextAsync(employer => begun.TrueForAll(key => key.EmployerId != employer), cancellationToken);
        var pass = new Pass(progress);
        await WrapAllAsync(pass, cancellationToken);

        // Or a former run was not cut off, but left a key for what does not open.
        var left = begun.Where(key => pass.Kept.Contains(key.Id) && !pass.MovedFrom.Contains(key.Id)).Select(key => key.EmployerId).ToHashSet();
        if (left.Count > 0)
        {
            await AddNextAsync(left.Contains, cancellationToken);
            await WrapAllAsync(pass, cancellationToken);
        }

        // The database refuses where something else still rests on one.
        await using var scope = await _db.BeginAsync(cancellationToken);
        await Former().Where(key => !pass.Kept.Contains(key.Id)).ExecuteDeleteAsync(cancellationToken);
        await scope.CommitAsync(cancellationToken);
        return new EmployersRotated(pass.Moved, pass.Left);
    }

    private async Task AddNextAsync(Func<Guid, bool> isToHaveOne, CancellationToken cancellationToken)
    {
        foreach (var key in await LatestAsync(cancellationToken))
        {
            if (isToHaveOne(key.EmployerId))
            {
                await _employers.AddAsync(_db, key.EmployerId, key.Number + 1, cancellationToken);
            }
        }
    }

    // Other processes may go on with the former key for a moment; what they wrap by it is found in the next round.
    private async Task WrapAllAsync(Pass pass, CancellationToken cancellationToken)
    {
        for (var waits = false; ; waits = true)
        {
            var before = pass.Moved;
            await WrapRowsAsync<Incident, IncidentId>(pass, cancellationToken);
            await WrapRowsAsync<MeasureRequest, MeasureRequestId>(pass, cancellationToken);
            await WrapRowsAsync<WorkStop, WorkStopId>(pass, cancellationToken);
            await WrapRowsAsync<Campaign, Guid>(pass, cancellationToken);
            await WrapRowsAsync<UnitWatch, UnitWatchId>(pass, cancellationToken);
            await WrapRowsAsync<FeedbackMessage, Guid>(pass, cancellationToken);
            await WrapRowsAsync<RetentionRun, Guid>(pass, cancellationToken);
            await WrapRowsAsync<IdempotencyRecord, Guid>(pass, cancellationToken);
            if (waits && pass.Moved == before)
            {
                return;
            }

            await Task.Delay(EmployerKeys.TakenFor + TimeSpan.FromSeconds(1), _time, cancellationToken);
        }
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

    private async Task WrapRowsAsync<T, TId>(Pass pass, CancellationToken cancellationToken)
        where T : class
        where TId : struct
    {
        foreach (var former in await Former().AsNoTracking().ToListAsync(cancellationToken))
        {
            var broken = new List<TId>();
            while (await NextAsync<T, TId>(former.Id, broken, cancellationToken) is { Count: > 0 } rows)
            {
                await using var scope = await _db.BeginAsync(cancellationToken);
                var (wrappedBy, employerKey) = await _employers.CurrentAsync(_db, former.EmployerId, cancellationToken);
                foreach (var (id, stored) in rows)
                {
                    if (!TryWrapAnew(SealedType.ToGuid(id), stored, _employers.Get(former.Id), employerKey, out var anew))
                    {
                        broken.Add(id);
                        pass.Leave(SealedType.ToGuid(id), former.Id);
                        continue;
                    }

                    pass.Move(former.Id, await _db.Set<T>().Where(row => EF.Property<TId>(row, "Id").Equals(id) && EF.Property<Guid?>(row, SealColumns.WrappedBy) == former.Id)
                        .ExecuteUpdateAsync(
                            change => change.SetProperty(row => EF.Property<byte[]?>(row, SealColumns.Key), anew)
                                .SetProperty(row => EF.Property<Guid?>(row, SealColumns.WrappedBy), anew == null ? (Guid?)null : wrappedBy),
                            cancellationToken));
                }

                await scope.CommitAsync(cancellationToken);
                pass.Report();
            }
        }
    }

    // What was erased, and stands there from a copy made before, loses the rest of its key too. What lost its share, or was changed, keeps its former key: neither is the end of the rest.
    private bool TryWrapAnew(Guid root, byte[] stored, byte[] former, byte[] next, out byte[]? anew)
    {
        anew = null;
        try
        {
            anew = CaseKey.Parse(stored).WrapAnew(root, former, next, _shares).ToStored();
            return true;
        }
        catch (SealBrokenException broken)
        {
            return broken.IsErased;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<List<(TId Id, byte[] Stored)>> NextAsync<T, TId>(Guid former, List<TId> broken, CancellationToken cancellationToken)
        where T : class
        where TId : struct
    {
        var rows = await _db.Set<T>().AsNoTracking()
            .Where(row => EF.Property<Guid?>(row, SealColumns.WrappedBy) == former && !broken.Contains(EF.Property<TId>(row, "Id")))
            .Select(row => new { Id = EF.Property<TId>(row, "Id"), Stored = EF.Property<byte[]?>(row, SealColumns.Key) }).Take(AtATime).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Stored!))];
    }

    private sealed class Pass(IProgress<int>? progress)
    {
        public int Moved { get; private set; }

        public HashSet<Guid> MovedFrom { get; } = [];

        /// <summary>What does not open.</summary>
        public HashSet<Guid> Left { get; } = [];

        /// <summary>The keys that it rests on.</summary>
        public HashSet<Guid> Kept { get; } = [];

        public void Move(Guid former, int rows)
        {
            Moved += rows;
            if (rows > 0)
            {
                MovedFrom.Add(former);
            }
        }

        public void Leave(Guid root, Guid former)
        {
            Left.Add(root);
            Kept.Add(former);
        }

        public void Report() => progress?.Report(Moved);
    }
}

/// <summary>What came of replacing the employers' keys.</summary>
/// <param name="Left">Cases and other things whose key does not open: they, and the former key they rest on, stay as they were.</param>
public sealed record EmployersRotated(int Moved, IReadOnlyCollection<Guid> Left);
