using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Common;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>A text as it is stored: format (1 byte), version of the case (8 bytes), then what <see cref="Aead"/> makes of it. Bound to case, row, field and version.</summary>
internal sealed class SealedText(byte[] stored) : ISealedText
{
    private const byte Format = 1;
    private const int HeadLength = 1 + sizeof(long);

    private CaseSeal? _seal;
    private Place _place;

    public byte[] Stored { get; } = stored;

    public bool LiesIn(CaseSeal seal, Place place) => ReferenceEquals(_seal, seal) && _place == place;

    /// <summary>Says what it was read from.</summary>
    public void ReadFrom(CaseSeal seal, Place place) => (_seal, _place) = (seal, place);

    public static SealedText Of(CaseSeal seal, Place place, string text, ReadOnlySpan<byte> key)
    {
        var plaintext = Encoding.UTF8.GetBytes(text);
        var stored = new byte[HeadLength + Aead.Overhead + plaintext.Length];
        stored[0] = Format;
        BinaryPrimitives.WriteInt64BigEndian(stored.AsSpan(1), seal.Version);
        Aead.Seal(key, plaintext, AssociatedWith(seal.Root, place, seal.Version), stored.AsSpan(HeadLength));
        var made = new SealedText(stored);
        made.ReadFrom(seal, place);
        return made;
    }

    public string Open()
    {
        var seal = _seal ?? throw new InvalidOperationException("A sealed text was read without its case.");
        if (Stored.Length < HeadLength || Stored[0] != Format)
        {
            throw Broken(seal, inner: null);
        }

        try
        {
            var version = BinaryPrimitives.ReadInt64BigEndian(Stored.AsSpan(1));
            return Encoding.UTF8.GetString(Aead.Open(seal.Key, Stored.AsSpan(HeadLength), AssociatedWith(seal.Root, _place, version)));
        }
        catch (CryptographicException fault)
        {
            throw Broken(seal, fault);
        }
    }

    private SealBrokenException Broken(CaseSeal seal, Exception? inner) =>
        new($"{_place.Field} of case {seal.Root}, row {_place.Row}, does not open: it was changed, or sealed for another place.", inner);

    private static byte[] AssociatedWith(Guid root, Place place, long version) => Encoding.UTF8.GetBytes($"{root:N} {place.Row:N} {place.Field} {version}");
}
