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

    public static IReadOnlySet<UnitId> ReachOf(this ICurrentUser user, params Role[] roles) =>
        user.Roles.Where(held => roles.Contains(held.Role)).SelectMany(held => held.Reach).ToHashSet();
}
