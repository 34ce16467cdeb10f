using System.Runtime.InteropServices;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence.Bulk;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Adds the frozen facts of one fact kind and period up to totals, combinations and margins: first of each employer, then of the nodes above it.</summary>
internal sealed class MonthSums(StatFactKind fact, StatPeriod period, Places places)
{
    private readonly Codebook _codebook = Codebook.Of(fact);
    private readonly IReadOnlyList<StatMargin> _margins = StatMargins.Of(fact);
    private readonly Dictionary<Guid, CellSum> _totals = [];
    private readonly Dictionary<(Guid Node, int Combo), CellSum> _cube = [];
    private readonly Dictionary<(Guid Node, int Indicator, int Class), CellSum> _marginSums = [];

    public CellSum All { get; private set; }

    public void Add(Guid unit, int combo, long flags, uint key)
    {
        var employer = places.EmployerOf(unit);
        All = All.Add(key);
        Count(_totals, unit, key);
        Count(_totals, employer, key);
        Count(_cube, (employer, combo), key);
        foreach (var margin in _margins)
        {
            if (margin.ClassOf(flags) is > 0 and var number)
            {
                Count(_marginSums, (employer, margin.Indicator, number), key);
            }
        }
    }

    public IEnumerable<BulkRows> Rows()
    {
        AddAttributes();
        AddUp();
        yield return new BulkRows(
            "StatTotal",
            ["Fact", "NodeId", "Period", "N", "KeySum"],
            _totals.OrderBy(pair => pair.Key).Select(pair => Row([(int)fact, pair.Key.Packed(), period.Code], pair.Value)));
        yield return new BulkRows(
            "StatCube",
            ["Fact", "NodeId", "Period", "Combo", "N", "KeySum"],
            _cube.OrderBy(pair => pair.Key).Select(pair => Row([(int)fact, pair.Key.Node.Packed(), period.Code, pair.Key.Combo], pair.Value)));
        yield return new BulkRows(
            "StatMargin",
            ["Fact", "NodeId", "Indicator", "Period", "Class", "N", "KeySum"],
            _marginSums.OrderBy(pair => pair.Key)
                .Select(pair => Row([(int)fact, pair.Key.Node.Packed(), pair.Key.Indicator, period.Code, pair.Key.Class], pair.Value)));
    }

    // An attribute alone is a sum of combinations: a series along ten years then reads a few hundred rows.
    private void AddAttributes()
    {
        foreach (var ((node, combo), sum) in _cube)
        {
            foreach (var attribute in _codebook.Attributes)
            {
                var code = _codebook.CodeOf(combo, attribute);
                for (var category = 0; category < attribute.Categories.Count; category++)
                {
                    if (attribute.Has(code, category))
                    {
                        Join(_marginSums, (node, attribute.Indicator, category + 1), sum);
                    }
                }
            }
        }
    }

    private void AddUp()
    {
        foreach (var (employer, above) in places.Above)
        {
            if (_totals.TryGetValue(employer, out var total))
            {
                foreach (var node in above)
                {
                    Join(_totals, node, total);
                }
            }
        }

        foreach (var ((employer, combo), sum) in _cube.ToList())
        {
            foreach (var node in places.Above[employer])
            {
                Join(_cube, (node, combo), sum);
            }
        }

        foreach (var ((employer, indicator, number), sum) in _marginSums.ToList())
        {
            foreach (var node in places.Above[employer])
            {
                Join(_marginSums, (node, indicator, number), sum);
            }
        }
    }

    private static object?[] Row(object?[] key, CellSum sum) => [.. key, sum.Count, (long)sum.Key];

    private static void Count<TKey>(Dictionary<TKey, CellSum> sums, TKey at, uint key)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, at, out _);
        sum = sum.Add(key);
    }

    private static void Join<TKey>(Dictionary<TKey, CellSum> sums, TKey at, CellSum more)
        where TKey : notnull
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, at, out _);
        sum += more;
    }
}
