using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Pulse;

namespace IncidentReporting.Application.Pulse;

/// <summary>
/// The secret of a link: the round, 256 random bits, and a mark that only the round's key makes. The mark tells a link that has been used from one
/// that never was, without anything being kept of those that were used.
/// </summary>
internal static class PulseLinks
{
    private const int RoundBytes = 16;
    private const int RandomBytes = 32;
    private const int MarkBytes = 8;
    private const int Bytes = RoundBytes + RandomBytes + MarkBytes;

    public static string PathOf(string token) => $"/pulse/{token}";

    public static string New(PulseRound round)
    {
        var secret = new byte[Bytes];
        round.Id.Value.TryWriteBytes(secret);
        RandomNumberGenerator.Fill(secret.AsSpan(RoundBytes, RandomBytes));
        MarkOf(secret, round.LinkKey).CopyTo(secret.AsSpan(RoundBytes + RandomBytes));
        return Base64Url.EncodeToString(secret);
    }

    /// <summary>What is stored of it: 256 random bits need no salt.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>The round that the link says it is of; null when it is no link.</summary>
    public static PulseRoundId? RoundOf(string token) => Decode(token) is { } secret ? new PulseRoundId(new Guid(secret.AsSpan(0, RoundBytes))) : null;

    public static bool IsOf(PulseRound round, string token) =>
        Decode(token) is { } secret && CryptographicOperations.FixedTimeEquals(MarkOf(secret, round.LinkKey), secret.AsSpan(RoundBytes + RandomBytes));

    private static byte[] MarkOf(byte[] secret, byte[] key) => HMACSHA256.HashData(key, secret.AsSpan(0, RoundBytes + RandomBytes))[..MarkBytes];

    private static byte[]? Decode(string token)
    {
        // Only the one way to write it: another would have another hash.
        var secret = new byte[Bytes];
        return token.Length == Base64Url.GetEncodedLength(Bytes) && Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, secret, out var written) && written == Bytes && Base64Url.EncodeToString(secret) == token
            ? secret
            : null;
    }
}
