using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Pulse;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse.ListRounds;

/// <summary>The employer's rounds, the latest first.</summary>
public sealed record ListPulseRoundsQuery : IQuery<Listing<PulseRoundResult>>;

internal sealed class ListPulseRoundsHandler(IIncidentReportingDb db, ICurrentUser user, ICellProtections protections, TimeProvider time) : IRequestHandler<ListPulseRoundsQuery, Listing<PulseRoundResult>>
{
    public async Task<Listing<PulseRoundResult>> Handle(ListPulseRoundsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListPulseRounds.Require(user);
        var employer = user.EmployerId;
        var rounds = await db.Set<PulseRound>().AsNoTracking().Where(round => round.EmployerId == employer)
            .OrderByDescending(round => round.OpensOn).ThenByDescending(round => round.Id).ToListAsync(cancellationToken);
        return Listing.Whole(await db.ResultsAsync(protections, rounds, time.Now(), cancellationToken));
    }
}
