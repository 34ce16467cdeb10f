using System.Text.Json.Serialization;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Users;

public sealed record UnitName(UnitId Id, string Name);

/// <summary>A colleague as everyone at the employer sees her.</summary>
public sealed record UserItem(UserId Id, string Name, UnitName Unit, IReadOnlyList<HeldRoleItem> Roles)
{
    /// <summary>For administrators only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserName { get; init; }

    /// <summary>For administrators only: nobody else sees who may no longer sign in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Disabled { get; init; }
}

public sealed record HeldRoleItem(Role Role, UnitName Unit);

/// <summary>A person as an administrator sees her.</summary>
/// <param name="Language">Null follows the employer.</param>
/// <param name="Roles">Also those that have ended or not yet begun.</param>
public sealed record UserResult(
    UserId Id, string Name, string UserName, UnitName Unit, string? Language, bool Disabled, bool ProtectedIdentity,
    IReadOnlyList<RoleResult> Roles, IReadOnlyList<AbsenceResult> Absences, long Version)
{
    internal static UserResult Of(Person person, OrgChart chart, IEnumerable<RoleAssignment> roles, IEnumerable<Absence> absences) =>
        new(
            person.Id, person.Name, person.Email, NameOf(chart, person.HomeUnitId), person.Language, person.IsDisabled, person.HasProtectedIdentity,
            [.. roles.OrderBy(role => role.From).ThenBy(role => role.Role).Select(role => RoleResult.Of(role, chart))],
            [.. absences.OrderBy(absence => absence.From).Select(absence => new AbsenceResult(absence.From, absence.To))],
            person.Version);

    internal static UnitName NameOf(OrgChart chart, UnitId unit) => new(unit, chart.Unit(unit)?.Name ?? string.Empty);
}

public sealed record RoleResult(Role Role, UnitName Unit, DateOnly From, DateOnly? To, string? AppointedBy, DateTimeOffset? NotifiedAt)
{
    internal static RoleResult Of(RoleAssignment role, OrgChart chart) =>
        new(role.Role, UserResult.NameOf(chart, role.UnitId), role.From, role.To, role.AppointedBy, role.NotifiedAt);
}

public sealed record AbsenceResult(DateOnly From, DateOnly To);
