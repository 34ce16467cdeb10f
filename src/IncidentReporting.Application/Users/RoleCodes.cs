using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Users;

internal static class RoleCodes
{
    /// <summary>Roles with their units, as the log keeps them.</summary>
    public static string Of(IEnumerable<RoleAssignment> roles) => string.Join(' ', roles.Select(role => $"{SnakeCase.Of(role.Role)}@{role.UnitId.Value:N}"));
}
