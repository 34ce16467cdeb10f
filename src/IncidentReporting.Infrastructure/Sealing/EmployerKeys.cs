using System.Collections.Concurrent;
using System.Security.Cryptography;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The employers' keys, unwrapped once and held in memory; an employer's first key is made when something is first sealed for it.</summary>
internal sealed class EmployerKeys(IMasterKeys master, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>For so long a process may go on with a key that another has replaced.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, byte[]> _keys = new();
    private readonly ConcurrentDictionary<Guid, (Guid Id, long Since)> _current = new();

    /// <summary>The key that wraps for the employer now. Within a transaction it is remembered by others only when that is kept.</summary>
    public async Task<(Guid Id, byte[] Key)> CurrentAsync(AppDb db, Guid employer, CancellationToken cancellationToken)
    {
        if (_current.TryGetValue(employer, out var current) && time.GetElapsedTime(current.Since) < TakenFor)
        {
            return (current.Id, _keys[current.Id]);
        }

        var stored = await LatestAsync(db, employer, cancellationToken);
        if (stored is null)
        {
            await AddAsync(db, employer, number: 1, cancellationToken);
            stored = (await LatestAsync(db, employer, cancellationToken))!;
        }

        var key = Unwrap(stored);
        db.AfterCommit(() =>
        {
            _keys[stored.Id] = key;
            _current[employer] = (stored.Id, time.GetTimestamp());
        });
        return (stored.Id, key);
    }

    /// <summary>A key that something stored was wrapped by.</summary>
    public byte[] Get(Guid id)
    {
        if (_keys.TryGetValue(id, out var known))
        {
            return known;
        }

        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var stored = db.Set<EmployerKey>().AsNoTracking().SingleOrDefault(key => key.Id == id)
            ?? throw new KeyMissingException($"The employer key {id:N} is not in the database: restore the backup whole.");
        return _keys[id] = Unwrap(stored);
    }

    /// <summary>Adds the employer's next key; nothing where another process was first with that number.</summary>
    public async Task AddAsync(AppDb db, Guid employer, int number, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var wrapped = master.Wrap(RandomNumberGenerator.GetBytes(Aead.KeyLength), EmployerKey.PurposeOf(id));
        await db.InsertIfMissingAsync(
            $"""INSERT INTO "EmployerKeys" ("Id", "EmployerId", "Number", "Wrapped", "MasterId") VALUES ({id}, {employer}, {number}, {wrapped.Bytes}, {wrapped.KeyId})""",
            cancellationToken);
        _current.TryRemove(employer, out _);
    }

    private static Task<EmployerKey?> LatestAsync(AppDb db, Guid employer, CancellationToken cancellationToken) =>
        db.Set<EmployerKey>().AsNoTracking().Where(key => key.EmployerId == employer).OrderByDescending(key => key.Number).FirstOrDefaultAsync(cancellationToken);

    private byte[] Unwrap(EmployerKey stored) => master.Unwrap(stored.MasterId, stored.Wrapped, EmployerKey.PurposeOf(stored.Id));
}
