using IncidentReporting.Infrastructure.Persistence;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The cases that one context has read or made, by their keys.</summary>
internal sealed class ContextSeals(SealHouse? house)
{
    private readonly Dictionary<Guid, CaseSeal> _known = [];

    private SealHouse House => house ?? throw new InvalidOperationException("This context has no keys: it writes no text.");

    public Task SealAsync(AppDb db, CancellationToken cancellationToken) => house is null ? Task.CompletedTask : house.SealAsync(db, cancellationToken);

    /// <summary>For many new rows at once, past the tracking of changes.</summary>
    public Task<DrawnKey> DrawAsync(AppDb db, Guid root, Guid employer, CancellationToken cancellationToken) => House.DrawAsync(db, root, employer, cancellationToken);

    public CaseSeal Of(Guid root) => _known.GetValueOrDefault(root) ?? throw new InvalidOperationException("A part of a case was stored or read without its case.");

    public void Keep(CaseSeal seal) => _known[seal.Root] = seal;

    /// <summary>A row with a key of its own was read.</summary>
    public CaseSeal Read(Guid root, byte[]? key, Guid? wrappedBy, long version)
    {
        if (!_known.TryGetValue(root, out var seal))
        {
            _known[root] = seal = house?.Stored(root, key, wrappedBy) ?? CaseSeal.Gone(root);
        }

        seal.Version = version;
        return seal;
    }

    public void Forget() => _known.Clear();
}
