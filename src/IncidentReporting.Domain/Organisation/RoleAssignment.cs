namespace IncidentReporting.Domain.Organisation;

/// <summary>A role held by a person in a unit and everything below it, from a day to a day.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment()
    {
    }

    public Guid Id { get; private init; }

    public UserId UserId { get; private init; }

    public Role Role { get; private init; }

    public UnitId UnitId { get; private init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; }

    /// <summary>The last day; null as long as no end is set.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Who appointed a safety representative: the union or the employees.</summary>
    public string? AppointedBy { get; private init; }

    /// <summary>When the employer was told of a safety representative: her rights count from then (AML 6 kap. 14 §).</summary>
    public DateTimeOffset? NotifiedAt { get; private init; }

    public static RoleAssignment Create(
        Guid id, UserId userId, Role role, UnitId unitId, DateOnly from, DateOnly? to = null, string? appointedBy = null, DateTimeOffset? notifiedAt = null) =>
        new() { Id = id, UserId = userId, Role = role, UnitId = unitId, From = from, To = to, AppointedBy = appointedBy, NotifiedAt = notifiedAt };

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}
