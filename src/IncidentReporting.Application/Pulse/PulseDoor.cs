using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Pulse;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse;

/// <summary>What a link opens. Nothing here asks, or could tell, who has it.</summary>
internal sealed class PulseDoor(IIncidentReportingDb db, TimeProvider time)
{
    /// <summary>The round and the ticket of a link. A link that has been used, or whose round is over, is told so; one that never was is not found.</summary>
    public async Task<(PulseRound Round, PulseTicket Ticket)> OpenAsync(string token, CancellationToken cancellationToken)
    {
        var round = PulseLinks.RoundOf(token) is { } id
            ? await db.Set<PulseRound>().AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : null;
        if (round is null || !PulseLinks.IsOf(round, token))
        {
            throw new NotFoundException();
        }

        PulseRules.RoundIsOpen.Check(round.StateAt(time.Now()) == PulseRoundState.Open);
        var hash = PulseLinks.HashOf(token);
        var ticket = await db.Set<PulseTicket>().AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash, cancellationToken);
        PulseRules.NotYetAnswered.Check(ticket is not null);
        return (round, ticket!);
    }
}
