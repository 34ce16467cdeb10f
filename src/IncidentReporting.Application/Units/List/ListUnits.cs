using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using MediatR;

namespace IncidentReporting.Application.Units.List;

/// <summary>All units of the caller's employer, by name.</summary>
public sealed record ListUnitsQuery : IQuery<Listing<UnitResult>>;

internal sealed class ListUnitsHandler(IOrgCharts charts, ICurrentUser user) : IRequestHandler<ListUnitsQuery, Listing<UnitResult>>
{
    public async Task<Listing<UnitResult>> Handle(ListUnitsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUnits.Require(user);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        return Listing.Whole<UnitResult>([.. chart.Units.Select(UnitResult.Of).OrderBy(unit => unit.Name, SwedishNames.Order).ThenBy(unit => unit.Id.Value)]);
    }
}
