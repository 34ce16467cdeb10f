using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Accounts;

/// <summary>A sign-in on one device, until it is left, revoked or forgotten.</summary>
public sealed class UserSession
{
    public const int UserAgentLength = 120;

    /// <summary>A working day without a touch ends the session.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private UserSession()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>The browser's own name for itself, so that a person knows her devices apart.</summary>
    public string? UserAgent { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static UserSession Open(UserId user, string? userAgent, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            CreatedAt = now,
            LastSeenAt = now,
            UserAgent = userAgent?.Length > UserAgentLength ? userAgent[..UserAgentLength] : userAgent,
        };

    public bool IsOpenAt(DateTimeOffset now) => RevokedAt is null && now - LastSeenAt < Idle && now - CreatedAt < Longest;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
