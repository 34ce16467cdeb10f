using System.Buffers.Binary;
using System.Security.Cryptography;

namespace IncidentReporting.Infrastructure.Evidence;

/// <summary>
/// How a file lies sealed: in pieces of 64 KiB, the last one shorter or empty, each encrypted by AES-256-GCM with the file's own random key and followed by its tag of 16 bytes.
/// The nonce counts the pieces; a key seals one file only, so no nonce comes twice. Each piece is bound to the file's id, its own number and whether it is the last one, so that
/// a changed, missing, moved or foreign piece does not open, and neither does a file that ends too early.
/// </summary>
internal sealed class SealedPieces : IDisposable
{
    public const int KeyLength = 32;
    public const int PieceLength = 64 * 1024;
    public const int SealedLength = PieceLength + TagLength;

    private const int TagLength = 16;
    private const int IdLength = 16;

    private readonly AesGcm _cipher;
    private readonly byte[] _nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
    private readonly byte[] _binding = new byte[IdLength + sizeof(ulong) + 1];
    private ulong _number;

    public SealedPieces(Guid id, ReadOnlySpan<byte> key)
    {
        _cipher = new AesGcm(key, TagLength);
        id.TryWriteBytes(_binding, bigEndian: true, out _);
    }

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    /// <summary>Seals the next piece; answers how many bytes of <paramref name="sealed"/> it takes.</summary>
    public int Seal(ReadOnlySpan<byte> piece, Span<byte> @sealed, bool isLast)
    {
        Bind(isLast);
        _cipher.Encrypt(_nonce, piece, @sealed[..piece.Length], @sealed.Slice(piece.Length, TagLength), _binding);
        return piece.Length + TagLength;
    }

    /// <summary>Opens the next piece; answers its length. Throws <see cref="CryptographicException"/> where it is not what was sealed.</summary>
    public int Open(ReadOnlySpan<byte> @sealed, Span<byte> piece, bool isLast)
    {
        var length = @sealed.Length - TagLength;
        if (length < 0)
        {
            throw new AuthenticationTagMismatchException();
        }

        Bind(isLast);
        _cipher.Decrypt(_nonce, @sealed[..length], @sealed[length..], piece[..length], _binding);
        return length;
    }

    public void Dispose() => _cipher.Dispose();

    private void Bind(bool isLast)
    {
        BinaryPrimitives.WriteUInt64BigEndian(_nonce.AsSpan(_nonce.Length - sizeof(ulong)), _number);
        BinaryPrimitives.WriteUInt64BigEndian(_binding.AsSpan(IdLength), _number);
        _binding[^1] = isLast ? (byte)1 : (byte)0;
        _number++;
    }
}
