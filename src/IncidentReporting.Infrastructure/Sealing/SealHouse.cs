using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Draws the keys of new cases and seals what is about to be stored.</summary>
public class SealHouse
{
    private readonly EmployerKeys _employers;
    private readonly CaseShares _shares;

    internal SealHouse(EmployerKeys employers, CaseShares shares) => (_employers, _shares) = (employers, shares);

    internal CaseSeal Stored(Guid root, byte[]? key, Guid? wrappedBy) =>
        key is null || wrappedBy is not { } employerKey ? CaseSeal.Gone(root) : CaseSeal.Stored(root, CaseKey.Parse(key), employerKey, _employers, _shares);

    /// <summary>A key for something new, with what its row keeps of it.</summary>
    internal async Task<DrawnKey> DrawAsync(AppDb db, Guid root, Guid employer, CancellationToken cancellationToken)
    {
        var (wrappedBy, employerKey) = await _employers.CurrentAsync(db, employer, cancellationToken);
        var (file, place, share) = _shares.Take();
        var seal = CaseSeal.Draw(root, out var dataKey);
        return new DrawnKey(seal, new CaseKey(file, place, CaseKey.Wrap(dataKey, root, employerKey, share)).ToStored(), wrappedBy);
    }

    /// <summary>Before a save: whatever text is new in it gets its seal.</summary>
    internal virtual async Task SealAsync(AppDb db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => (Entry: entry, Type: SealedType.Of(entry.Metadata))).Where(row => row.Type is not null).ToList();
        foreach (var (entry, type) in changed.Where(row => row.Type!.IsRoot))
        {
            var seal = entry.State == EntityState.Added ? await DrawFor(db, entry, type!, cancellationToken) : db.Seals.Of(type!.RowOf(entry.Entity));
            seal.Version = type!.VersionOf(entry.Entity);
            type.Seal(entry.Entity, seal);
        }

        foreach (var (entry, type) in changed.Where(row => !row.Type!.IsRoot))
        {
            type!.Seal(entry.Entity, db.Seals.Of(type.OwnerOf(entry)));
        }
    }

    private async Task<CaseSeal> DrawFor(AppDb db, EntityEntry entry, SealedType type, CancellationToken cancellationToken)
    {
        var root = type.RowOf(entry.Entity);
        if (entry.Property(SealColumns.Key).CurrentValue is not null)
        {
            return db.Seals.Of(root);
        }

        var drawn = await DrawAsync(db, root, type.EmployerOf(entry.Entity), cancellationToken);
        entry.Property(SealColumns.Key).CurrentValue = drawn.Stored;
        entry.Property(SealColumns.WrappedBy).CurrentValue = drawn.WrappedBy;
        db.Seals.Keep(drawn.Seal);
        return drawn.Seal;
    }
}
