using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.SupportDirectory.Get;

/// <summary>What is offered in a unit, its own first and then what it has from above.</summary>
/// <param name="Unit">Null is where the caller works.</param>
public sealed record GetSupportDirectoryQuery(UnitId? Unit) : IQuery<Listing<SupportItem>>;

internal sealed class GetSupportDirectoryHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user)
    : IRequestHandler<GetSupportDirectoryQuery, Listing<SupportItem>>
{
    public async Task<Listing<SupportItem>> Handle(GetSupportDirectoryQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadSupportDirectory.Require(user);
        var employer = user.EmployerId;
        var chart = await charts.OfAsync(employer, cancellationToken);
        var unit = chart.Unit(request.Unit ?? chart.Person(user.Id)?.HomeUnitId ?? chart.Top.Id) ?? throw new InvalidInputException("unit", OrganisationTexts.UnitUnknown);
        var upward = chart.Ancestors(unit.Id).Prepend(unit.Id).ToList();
        var entries = await db.Set<SupportEntry>().AsNoTracking().Where(entry => entry.EmployerId == employer && upward.Contains(entry.UnitId)).ToListAsync(cancellationToken);
        return Listing.Whole<SupportItem>(
            [.. entries.OrderBy(entry => upward.IndexOf(entry.UnitId)).ThenBy(entry => entry.Position).Select(entry => SupportItem.Of(entry, chart))]);
    }
}
