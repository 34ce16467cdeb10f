using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.ShowReaders;

/// <summary>Finds the readers of a case by asking the rules of access about everyone who could be one.</summary>
internal sealed class CaseReaders(Incident incident, OrgChart chart, ICurrentUser asker, DateTimeOffset now)
{
    private static readonly Role[] Reaching = [.. Reach.Managing, .. Reach.Representing, .. Reach.Coordinating];

    /// <param name="roles">What the one who asks is to the case; decides whose names she sees.</param>
    public ReadersView Show(IReadOnlyList<CaseRole> roles)
    {
        var names = new NameGiver(chart, asker, roles, incident);
        var readers = Candidates().Select(id => (Id: id, User: As(id)))
            .Select(seen => (seen.Id, seen.User, Roles: CaseRoles.Of(incident, seen.User, chart, now)))
            .Where(seen => seen.Roles.Count > 0)
            .Select(seen => (seen.Roles, seen.User, Role: MainRole(seen.Roles, seen.User), Shown: names.Of(seen.Id)))
            .OrderBy(seen => seen.Role)
            .ToList();
        return new ReadersView(
        [
            .. Enum.GetValues<FieldGroup>().Select(group => new GroupReaders(
                group,
                [
                    .. readers.Select(seen => (seen.Role, seen.User, seen.Shown, Sees: SightOf(group, seen.Roles)))
                        .Where(seen => seen.Sees is not null)
                        .Select(seen => new Reader(seen.Role, seen.Shown.Id, seen.Shown.Name, seen.User.Id == asker.Id, seen.Sees!.Value)),
                ])),
        ]);
    }

    // A role reaches the case from its unit or from above; a counterpart never reads, and who is disabled can't sign in.
    private IEnumerable<UserId> Candidates()
    {
        var units = chart.Ancestors(incident.UnitId).Prepend(incident.UnitId);
        var holders = units.SelectMany(unit => Reaching.SelectMany(role => chart.HoldersIn(role, unit, now))).Select(person => person.Id);
        var parts = incident.Exposed.Select(exposed => exposed.UserId).Append(incident.ReporterId).Append(incident.HandlerId).OfType<UserId>();
        return parts.Concat(holders).Distinct().Where(id => id != incident.Report.CounterpartUserId && chart.Person(id) is { IsDisabled: false });
    }

    private SomeUser As(UserId id) => new(
        id, incident.EmployerId, [.. chart.RolesOf(id, now).Select(held => new HeldRole(held.Role, held.Unit, chart.Reach(held.Unit)))], asker.Language);

    private ReaderSight? SightOf(FieldGroup group, IReadOnlyList<CaseRole> roles)
    {
        if (group == FieldGroup.Health)
        {
            return new HealthSight(incident, roles).ShowsConsequences ? ReaderSight.All : null;
        }

        return FieldMask.Of(group, roles) switch
        {
            // An identity is kept only on a ground.
            Sight.All or Sight.IfGround => ReaderSight.All,
            Sight.Own => ReaderSight.Own,
            Sight.Status => ReaderSight.Status,
            _ => group == FieldGroup.CounterpartIdentity && CasePermissions.RoleFor(CaseAction.DiscloseIdentity, incident, roles) is not null
                ? ReaderSight.WithReason
                : null,
        };
    }

    private ReaderRole MainRole(IReadOnlyList<CaseRole> roles, SomeUser user)
    {
        // Who is responsible in a manager's place is still the next manager to those who work there.
        var isPassedUpward = incident.OversightUnitId != incident.UnitId;
        bool Holds(Role role) => user.Roles.Any(held => held.Role == role && held.Reach.Contains(incident.UnitId));
        return roles.Contains(CaseRole.Exposed) ? ReaderRole.Exposed
            : roles.Contains(CaseRole.Reporter) ? ReaderRole.Reporter
            : roles.Contains(CaseRole.CoordinatorHandling) ? ReaderRole.Handler
            : roles.Contains(CaseRole.Manager) && Holds(Role.Manager) ? (isPassedUpward ? ReaderRole.NextManager : ReaderRole.Manager)
            : roles.Contains(CaseRole.Manager) && Holds(Role.Deputy) ? (isPassedUpward ? ReaderRole.NextDeputy : ReaderRole.Deputy)
            : roles.Contains(CaseRole.Manager) ? ReaderRole.Handler
            : roles.Contains(CaseRole.NextManager) ? (Holds(Role.Manager) ? ReaderRole.NextManager : ReaderRole.NextDeputy)
            : roles.Contains(CaseRole.Representative) ? (Holds(Role.SafetyRepresentative) ? ReaderRole.SafetyRepresentative : ReaderRole.HeadSafetyRepresentative)
            : ReaderRole.Coordinator;
    }

    private sealed record SomeUser(UserId Id, EmployerId EmployerId, IReadOnlyList<HeldRole> Roles, string Language) : ICurrentUser;
}
