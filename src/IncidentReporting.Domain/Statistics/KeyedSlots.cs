using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IncidentReporting.Domain.Statistics;

/// <summary>The slots of production: the first 16 bits of HMAC-SHA256 over the measure and the cell key, so that sums of keys have unrelated slots.</summary>
public sealed class KeyedSlots : ISlotFunction
{
    public const int KeyLength = 32;

    private readonly byte[] secret;

    public KeyedSlots(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != KeyLength)
        {
            throw new ArgumentException("The key of the statistics is 32 bytes.", nameof(secret));
        }

        this.secret = secret.ToArray();
    }

    public int SlotOf(NoiseMeasure measure, uint cellKey)
    {
        Span<byte> message = stackalloc byte[1 + sizeof(uint)];
        message[0] = (byte)measure;
        BinaryPrimitives.WriteUInt32BigEndian(message[1..], cellKey);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, hash);
        return BinaryPrimitives.ReadUInt16BigEndian(hash);
    }
}
