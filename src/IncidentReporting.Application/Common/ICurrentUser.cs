using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Common;

/// <summary>The person behind the session or token; never taken from the request's content.</summary>
public interface ICurrentUser
{
    UserId Id { get; }

    EmployerId EmployerId { get; }

    /// <summary>The roles that hold right now.</summary>
    IReadOnlyList<HeldRole> Roles { get; }

    /// <summary>sv or en: the language the answer is wanted in.</summary>
    string Language { get; }
}

/// <summary>A role in a unit; <paramref name="Reach"/> is the unit and everything below it.</summary>
public sealed record HeldRole(Role Role, UnitId Unit, IReadOnlySet<UnitId> Reach);
