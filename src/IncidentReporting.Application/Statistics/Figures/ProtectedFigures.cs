using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>
/// The one way from frozen counts to what anyone outside a case may see: perturbed by cell key, below the threshold unshown, behind the gates.
/// It has no way to a live or an exact number, and no caller's role changes what it answers.
/// </summary>
internal sealed partial class ProtectedFigures(IStatisticsStore store, ICellProtections protections, IHeadcounts headcounts)
{
    private FrozenPeriods? _frozen;

    public async Task<FrozenPeriods> FrozenAsync(CancellationToken ct) => _frozen ??= new FrozenPeriods(await store.FrozenAsync(0, int.MaxValue, ct));

    /// <summary>The same table for each of the periods, all of which are frozen.</summary>
    public async Task<IReadOnlyList<ProtectedTable>> TablesAsync(
        StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, IReadOnlyList<StatLevel> by, CancellationToken ct)
    {
        var gates = await GatesAsync(fact, node, periods, by.Count > 0, ct);
        var closed = gates.ToDictionary(pair => pair.Key, pair => Gates.Check(pair.Value, by));
        var open = periods.Where(period => closed[period] is null).ToList();
        var sums = by.Count == 0 ? [] : await SumsAsync(fact, node, open, by, ct);
        var threshold = Gates.ThresholdOf(by);
        var tables = new List<ProtectedTable>(periods.Count);
        foreach (var period in periods)
        {
            var release = await ReleaseAsync(fact, period, ct);
            var total = closed[period] is null || by.Count > 0 ? TotalOf(gates[period]) : ShownCell.Closed;
            tables.Add(new ProtectedTable(
                fact,
                node,
                period,
                by,
                release,
                total,
                closed[period],
                by.Count == 0 ? [new ProtectedCell([], total)] : ProtectedCells.Of(by, index => closed[period] is null ? Show(fact, release, sums[period][index], threshold) : ShownCell.Closed)));
        }

        return tables;
    }

    public async Task<ProtectedTable> TableAsync(StatFactKind fact, StatNode node, StatPeriod period, IReadOnlyList<StatLevel> by, CancellationToken ct) =>
        (await TablesAsync(fact, node, [period], by, ct))[0];

    /// <summary>The totals of several nodes in one period, each behind its own gate.</summary>
    public async Task<IReadOnlyDictionary<Guid, ShownCell>> TotalsOfUnitsAsync(StatFactKind fact, EmployerId employer, IReadOnlyList<UnitId> units, StatPeriod period, CancellationToken ct)
    {
        var release = await ReleaseAsync(fact, period, ct);
        var year = (await FrozenAsync(ct)).LatestYear(period.Year);
        var nodes = units.Select(unit => unit.Value).ToList();
        var totals = await store.TotalsAsync(fact, period, nodes, ct);
        var years = year is { } whole && period.Kind != PeriodKind.Year ? await store.TotalsAsync(fact, whole, nodes, ct) : null;
        var staff = await headcounts.MeanByUnitAsync(employer, period.FirstDay, period.LastDay, ct);
        var shown = new Dictionary<Guid, ShownCell>();
        foreach (var unit in units)
        {
            var published = Publish(fact, release, totals.GetValueOrDefault(unit.Value));
            long? yearTotal = year is null ? null
                : years is null ? published
                : Publish(fact, await ReleaseAsync(fact, year.Value, ct), years.GetValueOrDefault(unit.Value));
            var input = new GateInput(StatNode.Of(unit), period, published, yearTotal, YearPersons: null, staff.TryGetValue(unit, out var mean) ? (double)mean.Headcount : null);
            shown[unit.Value] = Gates.Check(input, leastForCells: 0) is null ? ShownCell.Of(published, Gates.Threshold) : ShownCell.Closed;
        }

        return shown;
    }

    /// <summary>One margin alone, for a node above the units, in each of the periods.</summary>
    public async Task<IReadOnlyList<ProtectedMargin>> MarginsAsync(StatMargin margin, StatNode node, IReadOnlyList<StatPeriod> periods, CancellationToken ct)
    {
        if (node.Kind == NodeKind.Unit)
        {
            throw new ArgumentOutOfRangeException(nameof(node), "Margins are not published for single units.");
        }

        var gates = await GatesAsync(margin.Fact, node, periods, withCells: true, ct);
        var sums = await store.MarginAsync(margin.Fact, node, margin.Indicator, periods, ct);
        var threshold = margin.IsSensitive ? Gates.SensitiveThreshold : Gates.Threshold;
        var shown = new List<ProtectedMargin>(periods.Count);
        foreach (var period in periods)
        {
            var release = await ReleaseAsync(margin.Fact, period, ct);
            var closed = Gates.Check(gates[period], margin);
            shown.Add(new ProtectedMargin(margin, period, TotalOf(gates[period]), closed,
            [
                .. Enumerable.Range(1, margin.Classes.Count).Select(number =>
                    closed is null ? Show(margin.Fact, release, sums.GetValueOrDefault((period.Code, number)), threshold) : ShownCell.Closed),
            ]));
        }

        return shown;
    }

    private static ShownCell TotalOf(GateInput gate) => Gates.Check(gate, leastForCells: 0) is null ? ShownCell.Of(gate.Total, Gates.Threshold) : ShownCell.Closed;

    private async Task<Release> ReleaseAsync(StatFactKind fact, StatPeriod period, CancellationToken ct) =>
        (await FrozenAsync(ct)).Find(period, fact) ?? throw new ArgumentOutOfRangeException(nameof(period), "The period is not frozen.");

    private long Publish(StatFactKind fact, Release release, CellSum sum) =>
        protections.Of(release.TableId, release.KeyId).Publish(fact == StatFactKind.Persons ? NoiseMeasure.Persons : NoiseMeasure.Incidents, sum);

    private ShownCell Show(StatFactKind fact, Release release, CellSum sum, int threshold) => ShownCell.Of(Publish(fact, release, sum), threshold);

    // Published totals and headcounts, for every period in as few reads as there are kinds of them.
    private async Task<Dictionary<StatPeriod, GateInput>> GatesAsync(StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, bool withCells, CancellationToken ct)
    {
        var frozen = await FrozenAsync(ct);
        var years = periods.Select(period => period.Year).Distinct().ToDictionary(year => year, frozen.LatestYear);
        var whole = years.Values.OfType<StatPeriod>().Distinct().ToList();
        var totals = await store.TotalsAsync(fact, node, [.. periods.Union(whole)], ct);
        var isUnit = node.Kind == NodeKind.Unit;
        var persons = isUnit && withCells && whole.Count > 0 ? await store.TotalsAsync(StatFactKind.Persons, node, whole, ct) : null;
        var staff = isUnit
            ? await headcounts.ByMonthAsync([new UnitId(node.Id)], periods.Min(period => period.FirstDay), periods.Max(period => period.LastDay), ct)
            : null;

        var gates = new Dictionary<StatPeriod, GateInput>();
        foreach (var period in periods)
        {
            var total = Publish(fact, await ReleaseAsync(fact, period, ct), totals.GetValueOrDefault(period.Code));
            var year = years[period.Year];
            long? yearTotal = year is { } of && frozen.Find(of, fact) is { } release ? Publish(fact, release, totals.GetValueOrDefault(of.Code)) : null;
            long? yearPersons = persons is not null && year is { } at && frozen.Find(at, StatFactKind.Persons) is { } counted
                ? Publish(StatFactKind.Persons, counted, persons.GetValueOrDefault(at.Code))
                : null;
            gates[period] = new GateInput(node, period, total, yearTotal, yearPersons, Mean(staff, period));
        }

        return gates;
    }

    private static double? Mean(IReadOnlyDictionary<DateOnly, StaffOfMonth>? staff, StatPeriod period)
    {
        var months = period.Months.Select(month => staff?.GetValueOrDefault(month.FirstDay)?.Headcount).OfType<decimal>().ToList();
        return months.Count == 0 ? null : (double)months.Average();
    }

    private async Task<Dictionary<StatPeriod, CellSum[]>> SumsAsync(
        StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, IReadOnlyList<StatLevel> by, CancellationToken ct)
    {
        var sums = new Dictionary<StatPeriod, CellSum[]>();
        if (periods.Count == 0)
        {
            return sums;
        }

        if (by.Count == 1 && node.Kind != NodeKind.Unit)
        {
            var margin = await store.MarginAsync(fact, node, by[0].Attribute.Indicator, periods, ct);
            foreach (var period in periods)
            {
                sums[period] =
                [
                    .. by[0].Parts.Select(parts => parts.Aggregate(default(CellSum), (sum, part) => sum + margin.GetValueOrDefault((period.Code, part + 1)))),
                ];
            }

            return sums;
        }

        var grouping = new ComboGrouping(Codebook.Of(fact), by);
        foreach (var period in periods)
        {
            sums[period] = grouping.Group(await store.CombosAsync(fact, node, period, ct));
        }

        return sums;
    }
}
