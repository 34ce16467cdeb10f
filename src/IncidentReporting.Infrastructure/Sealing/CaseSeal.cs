using System.Security.Cryptography;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>Seals and opens what belongs to one case. The case's key is unwrapped when the first text is asked for.</summary>
internal sealed class CaseSeal
{
    private readonly Lazy<byte[]> _key;

    private CaseSeal(Guid root, Func<byte[]> key) => (Root, _key) = (root, new Lazy<byte[]>(key));

    /// <summary>The case, or what else has a key of its own.</summary>
    public Guid Root { get; }

    /// <summary>The case's version; what is sealed is bound to it.</summary>
    public long Version { get; set; }

    public static CaseSeal Draw(Guid root, out byte[] dataKey)
    {
        var key = dataKey = RandomNumberGenerator.GetBytes(Aead.KeyLength);
        return new CaseSeal(root, () => key);
    }

    public static CaseSeal Stored(Guid root, CaseKey key, Guid employerKey, EmployerKeys employers, CaseShares shares) =>
        new(root, () =>
        {
            var share = shares.Get(root, key.ShareFile, key.SharePlace);
            try
            {
                return key.Unwrap(root, employers.Get(employerKey), share);
            }
            catch (CryptographicException fault)
            {
                throw new SealBrokenException($"The key of case {root} was changed, or belongs to another case.", fault);
            }
        });

    /// <summary>Of a case whose key is gone.</summary>
    public static CaseSeal Gone(Guid root) => new(root, () => throw SealBrokenException.Erased(root));

    public SealedText Seal(Place place, string text) => SealedText.Of(this, place, text, _key.Value);

    public ReadOnlySpan<byte> Key => _key.Value;
}

/// <summary>Where a text stands: its row and its field.</summary>
internal readonly record struct Place(Guid Row, string Field);
