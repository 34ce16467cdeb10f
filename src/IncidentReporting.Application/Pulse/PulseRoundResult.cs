using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Pulse;

/// <param name="ClosesOn">The last day.</param>
/// <param name="Invited">How many were asked; null before it has begun.</param>
/// <param name="PublishedAnswers">How many answered, as published; null until the round is closed, since a counter that moves tells who moved it, and where fewer than five did.</param>
public sealed record PulseRoundResult(
    Guid Id, string Name, DateOnly OpensOn, DateOnly ClosesOn, PulseRoundState State, IReadOnlyList<UnitId> UnitIds, int? Invited, long? PublishedAnswers);

internal static class PulseRounds
{
    private const long Keys = 1L << 32;

    public static async Task<IReadOnlyList<PulseRoundResult>> ResultsAsync(
        this IIncidentReportingDb db, ICellProtections protections, IReadOnlyList<PulseRound> rounds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var closed = rounds.Where(round => round.ClosedAt is not null).Select(round => round.Id).ToList();
        var answered = await db.Set<PulseAnswer>().Where(answer => closed.Contains(answer.RoundId))
            .GroupBy(answer => answer.RoundId).Select(round => new { round.Key, Count = round.LongCount(), KeySum = round.Sum(answer => answer.StatKey) })
            .ToDictionaryAsync(round => round.Key, round => new CellSum(round.Count, (uint)(round.KeySum % Keys)), cancellationToken);
        return [.. rounds.Select(round => ResultOf(round, answered.GetValueOrDefault(round.Id), protections, now))];
    }

    private static PulseRoundResult ResultOf(PulseRound round, CellSum answered, ICellProtections protections, DateTimeOffset now) => new(
        round.Id.Value, round.Name, round.OpensOn, round.ClosesOn, round.StateAt(now), [.. round.Units.Select(unit => unit.UnitId)],
        round.InvitedAt is null ? null : round.Invited,
        round.ClosedAt is null ? null : ShownCell.Of(protections.Of(round.TableId!, round.KeyId!).Publish(NoiseMeasure.Survey, answered), ShownCell.Threshold).Value);
}
