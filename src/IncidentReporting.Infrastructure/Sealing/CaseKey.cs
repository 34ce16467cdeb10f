using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>The wrapped key of one case, as it lies in the case's row: wrapped by the employer's key together with the case's share, so that neither database nor key folder opens it alone.</summary>
internal sealed record CaseKey(Guid ShareFile, int SharePlace, byte[] Wrapped)
{
    public const int StoredLength = 16 + sizeof(int) + Aead.Overhead + Aead.KeyLength;

    public byte[] ToStored()
    {
        var stored = new byte[StoredLength];
        ShareFile.TryWriteBytes(stored, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(stored.AsSpan(16), SharePlace);
        Wrapped.CopyTo(stored, 20);
        return stored;
    }

    public static CaseKey Parse(byte[] stored) =>
        stored.Length == StoredLength
            ? new(new Guid(stored.AsSpan(0, 16), bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(stored.AsSpan(16)), stored[20..])
            : throw new SealBrokenException("A case's key is not whole.");

    public static byte[] Wrap(ReadOnlySpan<byte> dataKey, Guid root, byte[] employerKey, byte[] share) =>
        Aead.Seal(WrappingKey(root, employerKey, share), dataKey, AssociatedWith(root));

    public byte[] Unwrap(Guid root, byte[] employerKey, byte[] share) =>
        Aead.Open(WrappingKey(root, employerKey, share), Wrapped, AssociatedWith(root));

    /// <summary>The same key under another employer key; nothing that is sealed by it changes.</summary>
    public CaseKey WrapAnew(Guid root, byte[] former, byte[] next, CaseShares shares)
    {
        var share = shares.Get(root, ShareFile, SharePlace);
        return this with { Wrapped = Wrap(Unwrap(root, former, share), root, next, share) };
    }

    private static byte[] AssociatedWith(Guid root) => Encoding.UTF8.GetBytes($"case key {root:N}");

    private static byte[] WrappingKey(Guid root, byte[] employerKey, byte[] share) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, employerKey, Aead.KeyLength, salt: share, info: AssociatedWith(root));
}
