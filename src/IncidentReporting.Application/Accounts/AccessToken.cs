using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

/// <summary>A key for other programs that act as the person who made it. Only its hash is kept.</summary>
public sealed class AccessToken
{
    public const int NameLength = 100;
    public const int HashLength = 64;

    // Begins in a way that scanners for leaked secrets can know.
    private const string Prefix = "irt_";
    private const int Bytes = 32;

    private AccessToken()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    public string Name { get; private init; } = string.Empty;

    /// <summary>SHA-256 in hexadecimal; enough for 256 random bits.</summary>
    public string Hash { get; private init; } = string.Empty;

    public CodeSet Scopes { get; private init; } = CodeSet.Empty;

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The token itself is seen here and never again.</summary>
    public static (AccessToken Stored, string Token) Issue(UserId user, string name, CodeSet scopes, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        var token = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var stored = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            Name = name,
            Hash = HashOf(token),
            Scopes = scopes,
            CreatedAt = now,
            ExpiresAt = expiresAt,
        };
        return (stored, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsValidAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
