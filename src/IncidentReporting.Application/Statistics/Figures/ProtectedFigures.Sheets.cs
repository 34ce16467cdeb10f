using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Indicators;

namespace IncidentReporting.Application.Statistics.Figures;

internal sealed partial class ProtectedFigures
{
    /// <summary>Everything of a fact that is published alone, in one reading, for each of the periods, all of which are frozen.</summary>
    public async Task<IReadOnlyDictionary<StatPeriod, ProtectedSheet>> SheetsAsync(StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, CancellationToken ct)
    {
        var sheets = new Dictionary<StatPeriod, ProtectedSheet>();
        if (periods.Count == 0)
        {
            return sheets;
        }

        var gates = await GatesAsync(fact, node, periods, withCells: true, ct);
        var margins = node.Kind == NodeKind.Unit ? null : await store.MarginsAsync(fact, node, IndicatorsOf(fact), periods, ct);
        foreach (var period in periods)
        {
            var release = await ReleaseAsync(fact, period, ct);
            var combos = margins is null ? await store.CombosAsync(fact, node, period, ct) : null;
            sheets[period] = new ProtectedSheet(
                fact, period, release, gates[period], TotalOf(gates[period]), cell => SumOf(cell, period, margins, combos), (sum, threshold) => Show(fact, release, sum, threshold));
        }

        return sheets;
    }

    private static List<int> IndicatorsOf(StatFactKind fact) =>
        [.. Codebook.Of(fact).Attributes.Select(attribute => attribute.Indicator), .. StatMargins.Of(fact).Select(margin => margin.Indicator)];

    private static CellSum SumOf(StatCell cell, StatPeriod period, IReadOnlyDictionary<(int Period, int Indicator, int Class), CellSum>? margins, IReadOnlyList<ComboSum>? combos)
    {
        if (cell.Level is not { } level)
        {
            return cell.Margin!.FindClasses(cell.Category!)!
                .Aggregate(default(CellSum), (sum, number) => sum + margins!.GetValueOrDefault((period.Code, cell.Margin.Indicator, number)));
        }

        var category = level.Categories.ToList().IndexOf(cell.Category!);
        return combos is not null
            ? new ComboGrouping(Codebook.Of(cell.Fact), [level]).Group(combos)[category]
            : level.Parts[category].Aggregate(default(CellSum), (sum, part) => sum + margins!.GetValueOrDefault((period.Code, level.Attribute.Indicator, part + 1)));
    }
}

/// <summary>What is published of a fact for a node and period, each number alone and behind its own gate.</summary>
internal sealed class ProtectedSheet(
    StatFactKind fact, StatPeriod period, Release release, GateInput gate, ShownCell total, Func<StatCell, CellSum> sumOf, Func<CellSum, int, ShownCell> show)
{
    public StatFactKind Fact => fact;

    public StatPeriod Period => period;

    public Release Release => release;

    public ShownCell Total => total;

    /// <summary>True for a single unit, of which margins are not published.</summary>
    public bool IsOfUnit => gate.Node.Kind == NodeKind.Unit;

    /// <summary>Why the number is closed; null when it is open.</summary>
    public ClosedBecause? ClosedOf(StatCell cell) =>
        cell.Margin is { } margin ? Gates.Check(gate, margin) : cell.Level is { } level ? Gates.Check(gate, [level]) : Gates.Check(gate, leastForCells: 0);

    public ShownCell Of(StatCell cell) =>
        cell.Level is null && cell.Margin is null ? total
        : ClosedOf(cell) is not null || (cell.Margin is not null && IsOfUnit) ? ShownCell.Closed
        : show(sumOf(cell), cell.IsSensitive ? Gates.SensitiveThreshold : Gates.Threshold);

    /// <summary>Every class of a margin, in order.</summary>
    public IReadOnlyList<ShownCell> ClassesOf(StatMargin margin) =>
        [.. margin.Classes.Select(name => Of(new StatCell(fact, Level: null, margin, name)))];
}
