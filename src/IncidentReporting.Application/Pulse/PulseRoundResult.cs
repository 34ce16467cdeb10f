using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse;

/// <param name="ClosesOn">The last day.</param>
/// <param name="Invited">How many were asked; null before it has begun.</param>
/// <param name="AnsweredAtLeast">Answers so far, rounded down to a multiple of five: never exact.</param>
public sealed record PulseRoundResult(
    Guid Id, string Name, DateOnly OpensOn, DateOnly ClosesOn, PulseRoundState State, IReadOnlyList<UnitId> UnitIds, int? Invited, int AnsweredAtLeast);

internal static class PulseRounds
{
    private const int Step = 5;

    public static async Task<IReadOnlyList<PulseRoundResult>> ResultsAsync(
        this IIncidentReportingDb db, IReadOnlyList<PulseRound> rounds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = rounds.Select(round => round.Id).ToList();
        var answered = await db.Set<PulseAnswer>().Where(answer => ids.Contains(answer.RoundId))
            .GroupBy(answer => answer.RoundId).Select(round => new { round.Key, Count = round.Count() })
            .ToDictionaryAsync(round => round.Key, round => round.Count, cancellationToken);
        return [.. rounds.Select(round => ResultOf(round, answered.GetValueOrDefault(round.Id), now))];
    }

    private static PulseRoundResult ResultOf(PulseRound round, int answered, DateTimeOffset now) => new(
        round.Id.Value, round.Name, round.OpensOn, round.ClosesOn, round.StateAt(now), [.. round.Units.Select(unit => unit.UnitId)],
        round.InvitedAt is null ? null : round.Invited, answered / Step * Step);
}
