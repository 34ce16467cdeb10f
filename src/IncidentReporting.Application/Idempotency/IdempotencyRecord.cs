using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Idempotency;

/// <summary>The first answer to a creating request, kept seven days to be given again when the same request comes again.</summary>
public sealed class IdempotencyRecord
{
    public const int HashLength = 64;
    public const int LocationLength = 300;

    public required Guid Id { get; init; }

    public required UserId UserId { get; init; }

    /// <summary>SHA-256 of the key, in hexadecimal; unique for the user.</summary>
    public required string KeyHash { get; init; }

    /// <summary>SHA-256 of method, path and body, in hexadecimal.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The answer's status; null while the request is under way.</summary>
    public int? Status { get; set; }

    public string? Location { get; set; }

    /// <summary>The answer as it was sent; null where it is made anew from the case, so that case text is stored in one place only.</summary>
    public string? Body { get; set; }

    public Guid? IncidentId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
