using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Idempotency;

/// <summary>The first answer to a creating request, kept seven days to be given again when the same request comes again.</summary>
public sealed class IdempotencyRecord
{
    public const int HashLength = 64;
    public const int CasesLength = 2000;

    public required Guid Id { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>SHA-256 of the key, in hexadecimal; unique for the user.</summary>
    public required string KeyHash { get; init; }

    /// <summary>SHA-256 of method, path and body, in hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The answer as it was sent; sealed by a key of its own, which is destroyed with it.</summary>
    public required CaseText Answer { get; init; }

    /// <summary>The ids of the cases that the answer tells of, separated by spaces.</summary>
    public required string Cases { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
