using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Access;

/// <summary>The units that a person's roles reach right now.</summary>
internal static class Reach
{
    public static readonly Role[] Managing = [Role.Manager, Role.Deputy];
    public static readonly Role[] Representing = [Role.SafetyRepresentative, Role.HeadSafetyRepresentative];
    public static readonly Role[] Coordinating = [Role.Coordinator];
    public static readonly Role[] Auditing = [Role.DataProtectionOfficer, Role.Auditor];

    /// <summary>A case stays with whom it was handed to only as long as she holds a role to handle it in.</summary>
    public static bool MayHandle(this ICurrentUser user) => user.Roles.Any(held => Managing.Contains(held.Role) || Coordinating.Contains(held.Role));

    public static IReadOnlySet<UnitId> ReachOf(this ICurrentUser user, params Role[] roles) =>
        user.Roles.Where(held => roles.Contains(held.Role)).SelectMany(held => held.Reach).ToHashSet();
}
