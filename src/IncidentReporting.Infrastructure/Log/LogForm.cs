using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace IncidentReporting.Infrastructure.Log;

/// <summary>
/// The form that an entry is hashed in, version 1: one byte with the version, the hash of the entry before it (32 bytes, zeros for the first),
/// its place (8 bytes), then each column after its length in 4 bytes (all ones where there is nothing): Id, EmployerId, ActorId, IncidentId and About as 16 bytes,
/// At in milliseconds since 1970 as 8 bytes, the rest as UTF-8. Numbers and ids have their most significant byte first.
/// </summary>
internal static class LogForm
{
    public const byte Version = 1;
    public const int HashLength = SHA256.HashSizeInBytes;

    public static readonly byte[] Beginning = new byte[HashLength];

    public static byte[] Hash(ReadOnlySpan<byte> former, long seq, LogRow entry)
    {
        var form = new ArrayBufferWriter<byte>(512);
        form.Write([Version]);
        form.Write(former);
        BinaryPrimitives.WriteInt64BigEndian(form.GetSpan(sizeof(long)), seq);
        form.Advance(sizeof(long));
        Add(form, entry.Id);
        Add(form, entry.EmployerId);
        AddTime(form, entry.At);
        Add(form, entry.ActorId);
        Add(form, entry.ActorRole);
        Add(form, entry.CaseRole);
        Add(form, entry.FieldGroup);
        Add(form, entry.Action);
        Add(form, entry.IncidentId);
        Add(form, entry.About);
        Add(form, entry.Fields);
        Add(form, entry.Group);
        return SHA256.HashData(form.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> form, Guid? id)
    {
        if (id is { } there)
        {
            AddLength(form, 16);
            there.TryWriteBytes(form.GetSpan(16), bigEndian: true, out var written);
            form.Advance(written);
        }
        else
        {
            AddLength(form, -1);
        }
    }

    private static void AddTime(ArrayBufferWriter<byte> form, DateTimeOffset at)
    {
        AddLength(form, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(form.GetSpan(sizeof(long)), at.ToUnixTimeMilliseconds());
        form.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> form, string? text)
    {
        if (text is null)
        {
            AddLength(form, -1);
            return;
        }

        AddLength(form, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, form);
    }

    private static void AddLength(ArrayBufferWriter<byte> form, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(form.GetSpan(sizeof(int)), length);
        form.Advance(sizeof(int));
    }
}
