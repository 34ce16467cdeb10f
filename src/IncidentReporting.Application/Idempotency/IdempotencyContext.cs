using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Idempotency;

/// <summary>The idempotency key of the call that is being answered, if it sent one.</summary>
public sealed class IdempotencyContext
{
    public const int MaxKeyLength = 128;

    /// <summary>Nobody's id where the call needs no account.</summary>
    public UserId Caller { get; private set; }

    /// <summary>SHA-256 of the key, in hexadecimal.</summary>
    public string? KeyHash { get; private set; }

    /// <summary>SHA-256 of method, path and body, in hexadecimal.</summary>
    public string? RequestHash { get; private set; }

    public bool IsUsed => KeyHash is not null;

    public void Use(UserId caller, string keyHash, string requestHash) => (Caller, KeyHash, RequestHash) = (caller, keyHash, requestHash);
}
