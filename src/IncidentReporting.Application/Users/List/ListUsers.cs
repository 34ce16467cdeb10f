using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Users.List;

/// <summary>The caller's colleagues by name. Who has protected personal data is named to administrators only.</summary>
/// <param name="Unit">Only those at home in the unit or below it.</param>
/// <param name="Role">Only those who hold the role today.</param>
/// <param name="Search">Only those whose name, or for administrators address, holds these words.</param>
public sealed record ListUsersQuery(UnitId? Unit, string? Role, Page Page, string? Search = null) : IQuery<Listing<UserItem>>;

internal sealed class ListUsersHandler(IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<ListUsersQuery, Listing<UserItem>>
{
    public async Task<Listing<UserItem>> Handle(ListUsersQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUsers.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var (reach, role) = (ReachOf(request.Unit, chart), RoleOf(request.Role));
        var seesAll = Operations.ReadUser.IsFor(user.Roles);
        var found = chart.People
            .Where(person => seesAll || !person.IsDisabled)
            .Where(person => reach is null || reach.Contains(person.HomeUnitId))
            .Select(person => Show(person, chart, seesAll))
            .Where(item => SoughtWords.AreIn(request.Search, item.Name, item.UserName))
            .Where(item => role is null || item.Roles.Any(held => held.Role == role))
            .OrderBy(item => item.Name, SwedishNames.Order).ThenBy(item => item.Id.Value)
            .Where(item => request.Page.After is not { } after || IsAfter(item, after))
            .Take(request.Page.Take)
            .ToList();
        return Listing.Of(found, request.Page, item => new Cursor(item.Name, item.Id.Value));
    }

    private static IReadOnlySet<UnitId>? ReachOf(UnitId? unit, OrgChart chart) =>
        unit is not { } id ? null : chart.Unit(id) is null ? throw new InvalidInputException("unit", OrganisationTexts.UnitUnknown) : chart.Reach(id);

    private static Role? RoleOf(string? name) =>
        name is null ? null : SnakeCase.Find<Role>(name) ?? throw new InvalidInputException("role", OrganisationTexts.RoleUnknown);

    private static bool IsAfter(UserItem item, Cursor cursor)
    {
        var order = SwedishNames.Order.Compare(item.Name, cursor.Key);
        return order > 0 || (order == 0 && item.Id.Value.CompareTo(cursor.Id) > 0);
    }

    private UserItem Show(Person person, OrgChart chart, bool seesAll)
    {
        var isHidden = person.HasProtectedIdentity && !seesAll && person.Id != user.Id;
        var roles = chart.RolesOf(person.Id, time.Now()).Select(held => new HeldRoleItem(held.Role, UserResult.NameOf(chart, held.Unit)));
        return new UserItem(
            person.Id, isHidden ? ProtectedName.In(user.Language) : person.Name, UserResult.NameOf(chart, isHidden ? chart.Top.Id : person.HomeUnitId), isHidden ? [] : [.. roles])
        {
            UserName = seesAll ? person.Email : null,
            Disabled = seesAll ? person.IsDisabled : null,
        };
    }
}
