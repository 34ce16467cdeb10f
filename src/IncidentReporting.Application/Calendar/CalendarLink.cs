using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Calendar;

/// <summary>The secret address under which a person's own calendar program reads her dates. Only its hash is kept, and each person has one at most.</summary>
public sealed class CalendarLink
{
    public const int HashLength = 64;

    private const int Bytes = 32;

    private CalendarLink()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    /// <summary>SHA-256 in hexadecimal; enough for 256 random bits.</summary>
    public string Hash { get; private set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public static CalendarLink Of(UserId user, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), UserId = user };

    /// <summary>A new secret; the former is of no more use. The secret itself is seen here and never again.</summary>
    public string Renew(DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        (Hash, CreatedAt) = (HashOf(secret), now);
        return secret;
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
