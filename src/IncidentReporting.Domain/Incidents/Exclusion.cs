using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Domain.Incidents;

/// <summary>A named person is kept out of the case, whatever roles she holds: as long as it stands, the case does not exist for her.</summary>
public sealed class Exclusion
{
    private Exclusion()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public UserId By { get; private init; }

    public CaseRole ByRole { get; private init; }

    public CaseText Reason { get; private init; } = null!;

    public DateTimeOffset? LiftedAt { get; private set; }

    public UserId? LiftedBy { get; private set; }

    public bool Stands => LiftedAt is null;

    /// <summary>What the exposed person decided, only she takes back.</summary>
    public bool IsLiftedBy(CaseRole role) => ByRole != CaseRole.Exposed || role == CaseRole.Exposed;

    internal static Exclusion Of(UserId user, CaseText reason, Actor by) => new()
    {
        Id = OrderedId.New(by.Now),
        UserId = user,
        At = by.Now,
        By = by.Id,
        ByRole = by.Role,
        Reason = reason,
    };

    internal void Lift(Actor by)
    {
        LiftedAt = by.Now;
        LiftedBy = by.Id;
    }
}
