using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Application.Units.Get;

public sealed record GetUnitQuery(UnitId Id) : IQuery<UnitResult>;

internal sealed class GetUnitHandler(IIncidentReportingDb db, ICurrentUser user) : IRequestHandler<GetUnitQuery, UnitResult>
{
    public async Task<UnitResult> Handle(GetUnitQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUnits.Require(user);
        var employer = user.EmployerId;
        var unit = await db.Set<Unit>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken);
        return UnitResult.Of(unit ?? throw new NotFoundException());
    }
}
