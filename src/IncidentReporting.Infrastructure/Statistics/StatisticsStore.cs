using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

internal sealed class StatisticsStore(AppDb db) : IStatisticsStore
{
    // Below what every database takes as parameters of one statement.
    private const int NodesAtOnce = 500;

    public async Task<IReadOnlyList<FrozenMonth>> FrozenAsync(int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var releases = await db.Set<StatRelease>().AsNoTracking().Where(release => release.Year >= fromYear && release.Year <= toYear).ToListAsync(cancellationToken);
        return
        [
            .. releases.GroupBy(release => (release.Year, release.Month)).Select(of => of.MaxBy(release => release.Stage)!)
                .OrderBy(release => release.Year).ThenBy(release => release.Month)
                .Select(release => new FrozenMonth(release.Year, release.Month, (ReleaseStage)release.Stage, release.BuiltAt, release.TableId, release.KeyId)),
        ];
    }

    public async Task<(int First, int Last)?> YearsAsync(CancellationToken cancellationToken)
    {
        var years = await db.Set<StatRelease>().GroupBy(_ => 1)
            .Select(all => new { First = all.Min(release => release.Year), Last = all.Max(release => release.Year) }).SingleOrDefaultAsync(cancellationToken);
        return years is null ? null : (years.First, years.Last);
    }

    public async Task<IReadOnlyDictionary<int, CellSum>> TotalsAsync(
        StatFactKind fact, StatNode node, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken)
    {
        var (names, values) = SqlCalls.List("t", periods.Select(period => period.Code));
        var found = new Dictionary<int, CellSum>();
        await db.ReadEachAsync(
            $"SELECT \"Period\", \"N\", \"KeySum\" FROM \"StatTotal\" WHERE \"Fact\" = @fact AND \"NodeId\" = @node AND \"Period\" IN ({names})",
            row => found[row.GetInt32(0)] = new CellSum(row.GetInt64(1), (uint)row.GetInt64(2)),
            cancellationToken,
            [("@fact", (int)fact), ("@node", node.Key.Packed()), .. values]);
        return found;
    }

    public async Task<IReadOnlyDictionary<Guid, CellSum>> TotalsAsync(
        StatFactKind fact, StatPeriod period, IReadOnlyCollection<Guid> nodes, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, CellSum>();
        foreach (var some in nodes.Chunk(NodesAtOnce))
        {
            var (names, values) = SqlCalls.List("n", some.Select(SqlCalls.Packed));
            await db.ReadEachAsync(
                $"SELECT \"NodeId\", \"N\", \"KeySum\" FROM \"StatTotal\" WHERE \"Fact\" = @fact AND \"Period\" = @period AND \"NodeId\" IN ({names})",
                row => found[row.PackedId(0)] = new CellSum(row.GetInt64(1), (uint)row.GetInt64(2)),
                cancellationToken,
                [("@fact", (int)fact), ("@period", period.Code), .. values]);
        }

        return found;
    }

    public Task<IReadOnlyList<ComboSum>> CombosAsync(StatFactKind fact, StatNode node, StatPeriod period, CancellationToken cancellationToken) =>
        node.Kind == NodeKind.Unit ? UnitCombosAsync(fact, node, period, cancellationToken) : CubeAsync(fact, node, period, cancellationToken);

    public async Task<IReadOnlyDictionary<(int Period, int Class), CellSum>> MarginAsync(
        StatFactKind fact, StatNode node, int indicator, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken)
    {
        var (names, values) = SqlCalls.List("t", periods.Select(period => period.Code));
        var found = new Dictionary<(int, int), CellSum>();
        await db.ReadEachAsync(
            $"SELECT \"Period\", \"Class\", \"N\", \"KeySum\" FROM \"StatMargin\" WHERE \"Fact\" = @fact AND \"NodeId\" = @node AND \"Indicator\" = @indicator AND \"Period\" IN ({names})",
            row => found[(row.GetInt32(0), row.GetInt32(1))] = new CellSum(row.GetInt64(2), (uint)row.GetInt64(3)),
            cancellationToken,
            [("@fact", (int)fact), ("@node", node.Key.Packed()), ("@indicator", indicator), .. values]);
        return found;
    }

    public async Task<IReadOnlyDictionary<(int Period, int Indicator, int Class), CellSum>> MarginsAsync(
        StatFactKind fact, StatNode node, IReadOnlyList<int> indicators, IReadOnlyList<StatPeriod> periods, CancellationToken cancellationToken)
    {
        var (names, values) = SqlCalls.List("t", periods.Select(period => period.Code));
        var (wanted, numbers) = SqlCalls.List("i", indicators);
        var found = new Dictionary<(int, int, int), CellSum>();
        await db.ReadEachAsync(
            $"""
            SELECT "Period", "Indicator", "Class", "N", "KeySum" FROM "StatMargin"
            WHERE "Fact" = @fact AND "NodeId" = @node AND "Indicator" IN ({wanted}) AND "Period" IN ({names})
            """,
            row => found[(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2))] = new CellSum(row.GetInt64(3), (uint)row.GetInt64(4)),
            cancellationToken,
            [("@fact", (int)fact), ("@node", node.Key.Packed()), .. numbers, .. values]);
        return found;
    }

    public async Task<IReadOnlyList<Guid>> UnitsAsync(Guid employer, int year, CancellationToken cancellationToken) =>
        await db.Set<StatPlace>().AsNoTracking().Where(place => place.EmployerId == employer && place.Year == year).Select(place => place.UnitId).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ComboSum>> CubeAsync(StatFactKind fact, StatNode node, StatPeriod period, CancellationToken cancellationToken) =>
        await db.ReadAsync(
            "SELECT \"Combo\", \"N\", \"KeySum\" FROM \"StatCube\" WHERE \"Fact\" = @fact AND \"NodeId\" = @node AND \"Period\" = @period",
            row => new ComboSum(row.GetInt32(0), new CellSum(row.GetInt64(1), (uint)row.GetInt64(2))),
            cancellationToken,
            ("@fact", (int)fact),
            ("@node", node.Key.Packed()),
            ("@period", period.Code));

    // A month stands in one stage at a time; which one, the release says.
    private async Task<IReadOnlyList<ComboSum>> UnitCombosAsync(StatFactKind fact, StatNode node, StatPeriod period, CancellationToken cancellationToken)
    {
        var months = fact == StatFactKind.Persons ? [period] : period.Months;
        var (stages, stageValues) = SqlCalls.List("s", Enum.GetValues<ReleaseStage>().Select(stage => (int)stage));
        var (names, monthValues) = SqlCalls.List("m", months.Select(month => month.Code));
        var sums = new Dictionary<int, CellSum>();
        await db.ReadEachAsync(
            $"SELECT \"Combo\", \"StatKey\" FROM \"ReleaseFact\" WHERE \"Stage\" IN ({stages}) AND \"Fact\" = @fact AND \"Month\" IN ({names}) AND \"UnitId\" = @node",
            row => sums[row.GetInt32(0)] = sums.GetValueOrDefault(row.GetInt32(0)).Add((uint)row.GetInt64(1)),
            cancellationToken,
            [("@fact", (int)fact), ("@node", node.Key.Packed()), .. monthValues, .. stageValues]);
        return [.. sums.Select(pair => new ComboSum(pair.Key, pair.Value))];
    }
}
