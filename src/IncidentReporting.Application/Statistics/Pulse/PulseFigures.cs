using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Pulse;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Pulse;

/// <summary>A round that is over: its answers never change again.</summary>
internal sealed record ClosedRound(PulseRoundId Id, EmployerId EmployerId, string Name, DateOnly OpensOn, DateOnly ClosesOn, DateTimeOffset ClosedAt, int Invited, string TableId, string KeyId);

/// <summary>The answers of one round to at most two questions, as they may be shown.</summary>
internal sealed record ProtectedPulse(
    ClosedRound Round, StatNode Node, IReadOnlyList<StatLevel> By, ShownCell Total, ClosedBecause? Closed, IReadOnlyList<ProtectedCell> Cells)
{
    /// <summary>The cell of one question's option, where the table is of that question alone.</summary>
    public ShownCell Cell(string option) => Cells.First(cell => cell.Categories[0] == option).Shown;
}

/// <summary>The one way from survey answers to a table: the same perturbation, threshold and gates as for the register.</summary>
internal sealed class PulseFigures(IIncidentReportingDb db, ICellProtections protections, IHeadcounts headcounts)
{
    /// <summary>The employer's rounds that are over, latest first.</summary>
    public async Task<IReadOnlyList<ClosedRound>> RoundsAsync(EmployerId employer, CancellationToken ct)
    {
        var rounds = await db.Set<PulseRound>().AsNoTracking().IgnoreAutoIncludes().Where(round => round.EmployerId == employer && round.ClosedAt != null).ToListAsync(ct);
        return [.. rounds.OrderByDescending(round => round.ClosesOn).ThenByDescending(round => round.Id.Value).Select(Of)];
    }

    /// <summary>The latest round that was over in the year; null where there is none.</summary>
    public async Task<ClosedRound?> OfYearAsync(EmployerId employer, int year, CancellationToken ct) =>
        (await RoundsAsync(employer, ct)).FirstOrDefault(round => round.ClosesOn.Year == year);

    public async Task<ProtectedPulse> TableAsync(ClosedRound round, StatNode node, IReadOnlyList<StatLevel> by, CancellationToken ct) =>
        (await TablesAsync(round, node, [by], ct))[0];

    /// <summary>Several tables of a round, of one reading.</summary>
    public async Task<IReadOnlyList<ProtectedPulse>> TablesAsync(ClosedRound round, StatNode node, IReadOnlyList<IReadOnlyList<StatLevel>> tables, CancellationToken ct)
    {
        var answers = await AnswersAsync(round, node, ct);
        var total = Publish(round, answers.Aggregate(default(CellSum), (sum, answer) => sum.Add((uint)answer.StatKey)));
        var staff = node.Kind == NodeKind.Unit ? await headcounts.MeanAsync([new UnitId(node.Id)], round.OpensOn, round.ClosesOn, groups: null, ct) : null;
        var shownTotal = Check(node, round, total, [], staff) is null ? ShownCell.Of(total, Gates.Threshold) : ShownCell.Closed;
        return [.. tables.Select(by => Table(by, Check(node, round, total, by, staff)))];

        ProtectedPulse Table(IReadOnlyList<StatLevel> by, ClosedBecause? closed)
        {
            var (threshold, sums) = (Gates.ThresholdOf(by), Group(answers, by));
            return new ProtectedPulse(
                round,
                node,
                by,
                shownTotal,
                closed,
                by.Count == 0
                    ? [new ProtectedCell([], shownTotal)]
                    : ProtectedCells.Of(by, index => closed is null ? ShownCell.Of(Publish(round, sums[index]), threshold) : ShownCell.Closed));
        }
    }

    private static ClosedRound Of(PulseRound round) =>
        new(round.Id, round.EmployerId, round.Name, round.OpensOn, round.ClosesOn, round.ClosedAt!.Value, round.Invited, round.TableId!, round.KeyId!);

    // Each who answered is one person; there are no months or quarters.
    private static ClosedBecause? Check(StatNode node, ClosedRound round, long total, IReadOnlyList<StatLevel> by, MeanStaff? staff) => Gates.Check(
        new GateInput(node, StatPeriod.OfYear(round.ClosesOn.Year), total, YearTotal: total, YearPersons: total, staff is null ? null : (double)staff.Headcount), by);

    private static CellSum[] Group(IReadOnlyList<PulseAnswer> answers, IReadOnlyList<StatLevel> by)
    {
        var sums = new CellSum[by.Aggregate(1, (cells, level) => cells * level.CategoryCount)];
        foreach (var answer in answers)
        {
            IEnumerable<int> cells = [0];
            foreach (var level in by)
            {
                int[] categories = [.. PulseLevels.CategoriesOf(level, answer[PulseLevels.QuestionOf(level)])];
                cells = [.. cells.SelectMany(cell => categories.Select(category => (cell * level.CategoryCount) + category))];
            }

            foreach (var cell in cells)
            {
                sums[cell] = sums[cell].Add((uint)answer.StatKey);
            }
        }

        return sums;
    }

    private long Publish(ClosedRound round, CellSum sum) => protections.Of(round.TableId, round.KeyId).Publish(NoiseMeasure.Survey, sum);

    private async Task<IReadOnlyList<PulseAnswer>> AnswersAsync(ClosedRound round, StatNode node, CancellationToken ct)
    {
        var answers = db.Set<PulseAnswer>().AsNoTracking().Where(answer => answer.RoundId == round.Id);
        if (node.Kind == NodeKind.Unit)
        {
            var unit = new UnitId(node.Id);
            answers = answers.Where(answer => answer.UnitId == unit);
        }

        return await answers.ToListAsync(ct);
    }
}
