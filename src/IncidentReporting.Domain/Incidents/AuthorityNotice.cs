using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>One step of a notice to an authority, an insurer, a platform or a function of the employer. The latest of an addressee holds.</summary>
public sealed class AuthorityNotice
{
    public const int ReferenceLength = 200;

    private static readonly string[] Settling = ["not_required", "sent", "receipt", "answered", "closed"];

    private AuthorityNotice()
    {
    }

    public Guid Id { get; private init; }

    public string Addressee { get; private init; } = string.Empty;

    public string Status { get; private init; } = string.Empty;

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public UserId RecordedBy { get; private init; }

    public CaseText? Reason { get; private init; }

    public CaseText? Reference { get; private init; }

    /// <summary>The duty to notify is met, or found not to exist.</summary>
    public bool Settles => Settling.Contains(Status);

    internal static AuthorityNotice Record(string addressee, string status, DateTimeOffset? at, CaseText? reason, CaseText? reference, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        Addressee = addressee,
        Status = status,
        At = at ?? by.Now,
        RecordedAt = by.Now,
        RecordedBy = by.Id,
        Reason = reason,
        Reference = reference,
    };
}
