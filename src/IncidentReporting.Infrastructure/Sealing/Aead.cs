using System.Security.Cryptography;

namespace IncidentReporting.Infrastructure.Sealing;

/// <summary>AES-256-GCM of the platform: nonce (12 bytes, drawn), tag (16 bytes), ciphertext.</summary>
internal static class Aead
{
    public const int KeyLength = 32;
    public const int Overhead = NonceLength + TagLength;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static void Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated, Span<byte> box)
    {
        RandomNumberGenerator.Fill(box[..NonceLength]);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(box[..NonceLength], plaintext, box[Overhead..], box[NonceLength..Overhead], associated);
    }

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associated)
    {
        var box = new byte[Overhead + plaintext.Length];
        Seal(key, plaintext, associated, box);
        return box;
    }

    /// <summary>Throws <see cref="CryptographicException"/> where key, place or bytes are others than at the sealing.</summary>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        if (box.Length < Overhead)
        {
            throw new AuthenticationTagMismatchException();
        }

        var plaintext = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[Overhead..], box[NonceLength..Overhead], plaintext, associated);
        return plaintext;
    }
}
