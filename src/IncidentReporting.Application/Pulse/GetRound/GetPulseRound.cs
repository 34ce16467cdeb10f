using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Pulse;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse.GetRound;

public sealed record GetPulseRoundQuery(Guid Id) : IQuery<PulseRoundResult>;

internal sealed class GetPulseRoundHandler(IIncidentReportingDb db, ICurrentUser user, ICellProtections protections, TimeProvider time) : IRequestHandler<GetPulseRoundQuery, PulseRoundResult>
{
    public async Task<PulseRoundResult> Handle(GetPulseRoundQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadPulseRound.Require(user);
        var (id, employer) = (new PulseRoundId(request.Id), user.EmployerId);
        var round = await db.Set<PulseRound>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.EmployerId == employer, cancellationToken)
            ?? throw new NotFoundException();
        return (await db.ResultsAsync(protections, [round], time.Now(), cancellationToken))[0];
    }
}
