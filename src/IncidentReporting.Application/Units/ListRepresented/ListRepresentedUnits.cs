using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Units.ListRepresented;

/// <summary>The open units that the caller is safety representative of, by name.</summary>
public sealed record ListRepresentedUnitsQuery : IQuery<RepresentedUnits>;

/// <param name="Own">The unit that the role is held in; null for who is no representative.</param>
public sealed record RepresentedUnits(IReadOnlyList<UnitResult> Items, UnitId? Own);

internal sealed class ListRepresentedUnitsHandler(IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListRepresentedUnitsQuery, RepresentedUnits>
{
    public async Task<RepresentedUnits> Handle(ListRepresentedUnitsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUnits.Require(user);
        var held = user.Roles.Where(role => role.Role is Role.SafetyRepresentative or Role.HeadSafetyRepresentative).ToList();
        var reach = held.SelectMany(role => role.Reach).ToHashSet();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        return new RepresentedUnits(
            [
                .. chart.Units.Select(UnitResult.Of).Where(unit => !unit.Closed && reach.Contains(unit.Id))
                    .OrderBy(unit => unit.Name, SwedishNames.Order).ThenBy(unit => unit.Id.Value),
            ],
            held is [var first, ..] ? first.Unit : null);
    }
}
