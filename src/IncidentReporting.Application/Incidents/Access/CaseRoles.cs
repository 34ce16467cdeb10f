using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Access;

/// <summary>What the caller is to a case. One person can be several things: she sees the union, and acts under one at a time.</summary>
internal static class CaseRoles
{
    public static IReadOnlyList<CaseRole> Of(Incident incident, ICurrentUser user, OrgChart chart, DateTimeOffset now)
    {
        var roles = new List<CaseRole>();
        if (incident.IsKeptOut(user.Id))
        {
            return roles;
        }

        if (incident.ReporterId == user.Id)
        {
            roles.Add(CaseRole.Reporter);
        }

        if (incident.IsDraft)
        {
            // Nobody but the reporter knows of a draft; as long as it is one she may write everything in it.
            return incident.ReporterId == user.Id ? [CaseRole.Reporter, CaseRole.Exposed] : [];
        }

        if (incident.ExposedAs(user.Id) is not null)
        {
            roles.Insert(0, CaseRole.Exposed);
        }

        var coordinates = user.ReachOf(Reach.Coordinating).Contains(incident.UnitId);
        if (incident.HandlerId == user.Id && user.MayHandle() && incident.ExposedAs(user.Id) is null)
        {
            roles.Add(coordinates ? CaseRole.CoordinatorHandling : CaseRole.Manager);
        }
        else if (coordinates)
        {
            roles.Add(new PartyResolver(chart, CasePartiesOf.Incident(incident), now).ActsForManager(user.Id) ? CaseRole.CoordinatorHandling : CaseRole.Coordinator);
        }

        AddManaging(roles, incident, user, chart, now);
        if (user.ReachOf(Reach.Representing).Contains(incident.UnitId))
        {
            roles.Add(CaseRole.Representative);
        }

        return [.. roles.Distinct()];
    }

    // The manager is who holds the role nearest to the case's oversight; whoever holds it further up is the next manager.
    private static void AddManaging(List<CaseRole> roles, Incident incident, ICurrentUser user, OrgChart chart, DateTimeOffset now)
    {
        if (incident.OversightUnitId is not { } oversight)
        {
            return;
        }

        var held = user.Roles.Where(role => Reach.Managing.Contains(role.Role) && role.Reach.Contains(oversight)).Select(role => role.Unit).ToHashSet();
        if (held.Count == 0)
        {
            return;
        }

        var managed = chart.Ancestors(oversight).Prepend(oversight).FirstOrDefault(unit => chart.HoldersIn(Role.Manager, unit, now).Count > 0);
        var above = chart.Ancestors(managed).ToHashSet();
        if (held.Any(unit => !above.Contains(unit)))
        {
            roles.Add(CaseRole.Manager);
        }

        if (held.Any(above.Contains))
        {
            roles.Add(CaseRole.NextManager);
        }
    }
}
