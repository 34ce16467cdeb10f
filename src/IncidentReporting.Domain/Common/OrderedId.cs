using System.Buffers.Binary;

namespace IncidentReporting.Domain.Common;

/// <summary>UUIDs version 7 that sort in the order they were made, also within one millisecond.</summary>
public static class OrderedId
{
    private static int _count;

    public static Guid New(DateTimeOffset now)
    {
        Span<byte> id = stackalloc byte[16];
        Guid.CreateVersion7(now).TryWriteBytes(id, bigEndian: true, out _);

        // The 26 random bits after the time become a count; version and variant stay.
        var count = (uint)Interlocked.Increment(ref _count);
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], (ushort)(0x7000 | ((count >> 14) & 0x0FFF)));
        BinaryPrimitives.WriteUInt16BigEndian(id[8..], (ushort)(0x8000 | (count & 0x3FFF)));
        return new Guid(id, bigEndian: true);
    }
}
