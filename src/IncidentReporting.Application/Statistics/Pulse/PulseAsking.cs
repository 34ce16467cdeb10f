using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Pulse;

/// <summary>Reads a question about the survey, and answers it as other tables are answered.</summary>
internal sealed class PulseAsking(PulseFigures figures, StatisticsNodes nodes, IIncidentReportingDb db)
{
    public async Task<TableResult> AskAsync(GetTableQuery query, CancellationToken ct)
    {
        var by = By(query.By);
        var node = await nodes.ResolveAsync(query.Node, ct);
        var employer = await EmployerOfAsync(node, ct);
        var round = Choose(query.Period, await figures.RoundsAsync(employer, ct));
        var table = await figures.TableAsync(round, node, by, ct);
        return new TableResult(
            StatisticsQuestion.Pulse,
            (await nodes.AllAsync(ct)).First(known => known.Node == node).Shown,
            round.Id.Value.ToString("D"),
            [.. by.Select(level => level.Name)],
            [.. table.Cells.Select(cell => CellResult.Of(cell, by))],
            TotalResult.Of(table.Total),
            ClosedResult.Of(table.Closed),
            new ReleaseResult(ReleaseStage.Final, round.ClosedAt, round.TableId),
            Children: null,
            StatisticsTexts.Note);
    }

    private static IReadOnlyList<StatLevel> By(string? written)
    {
        var names = (written ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var levels = names.Select(name => PulseLevels.All.FirstOrDefault(one => one.Level.Name == name).Level
            ?? throw new InvalidInputException("by", StatisticsTexts.UnknownAttribute(name, PulseLevels.All.Select(one => one.Level.Name)))).ToList();
        return levels.Count > PulseLevels.Most ? throw new InvalidInputException("by", StatisticsTexts.TooManyAttributes(PulseLevels.Most))
            : levels.Distinct().Count() < levels.Count ? throw new InvalidInputException("by", StatisticsTexts.AttributeTwice)
            : levels;
    }

    private static ClosedRound Choose(string? written, IReadOnlyList<ClosedRound> rounds)
    {
        var period = written?.Trim();
        var round = string.IsNullOrEmpty(period) ? (rounds.Count > 0 ? rounds[0] : null)
            : Guid.TryParse(period, out var id) ? rounds.FirstOrDefault(one => one.Id.Value == id)
            : StatPeriod.Find(period) is { Kind: PeriodKind.Year } year ? rounds.FirstOrDefault(one => one.ClosesOn.Year == year.Year)
            : throw new InvalidInputException("period", StatisticsTexts.RoundForm);
        return round ?? throw new InvalidInputException("period", StatisticsTexts.NoRound);
    }

    // A round is asked at one employer; areas have none.
    private async Task<EmployerId> EmployerOfAsync(StatNode node, CancellationToken ct) => node.Kind switch
    {
        NodeKind.Employer => new EmployerId(node.Id),
        NodeKind.Unit => await db.Set<Domain.Organisation.Unit>().Where(unit => unit.Id == new UnitId(node.Id)).Select(unit => unit.EmployerId).SingleAsync(ct),
        _ => throw new InvalidInputException("node", StatisticsTexts.PulseNode),
    };
}
