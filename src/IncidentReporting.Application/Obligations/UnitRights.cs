using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Obligations;

/// <summary>The units in which the caller represents, manages or watches over the work environment.</summary>
internal static class UnitRights
{
    private static readonly Role[] Representing = [Role.SafetyRepresentative, Role.HeadSafetyRepresentative];
    private static readonly Role[] Managing = [Role.Manager, Role.Deputy];

    /// <summary>The role by which the unit is watched: of several the first that may act.</summary>
    public static Role? RoleIn(this ICurrentUser user, UnitId unit) =>
        new[] { Representing, Managing, [Role.Coordinator] }.SelectMany(roles => roles)
            .Select(role => user.Roles.FirstOrDefault(held => held.Role == role && held.Reach.Contains(unit))?.Role).FirstOrDefault(role => role is not null);

    public static IReadOnlyList<UnitId> Represented(this ICurrentUser user) => user.In(Representing);

    public static IReadOnlyList<UnitId> Managed(this ICurrentUser user) => user.In(Managing);

    /// <summary>Where the caller may read requests and stops of work.</summary>
    public static IReadOnlyList<UnitId> Watched(this ICurrentUser user) => user.In([.. Representing, .. Managing, Role.Coordinator]);

    /// <summary>The unit asked for, or the first that the caller represents; only a safety representative of it may go on.</summary>
    public static UnitId UnitToRepresent(this ICurrentUser user, UnitId? asked)
    {
        var held = user.Roles.FirstOrDefault(role => Representing.Contains(role.Role)) ?? throw new NotAllowedException();
        var unit = asked ?? held.Unit;
        return user.Represented().Contains(unit) ? unit : throw new NotAllowedException();
    }

    private static IReadOnlyList<UnitId> In(this ICurrentUser user, Role[] roles) =>
        [.. user.Roles.Where(held => roles.Contains(held.Role)).SelectMany(held => held.Reach).Distinct()];
}
