using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Api.Tests.Statistics.Attack;

/// <summary>What the cells really hold; known to the tests, and to nobody who attacks.</summary>
internal sealed class Truth
{
    private readonly Dictionary<Cell, CellSum> _sums = [];

    public Truth(IEnumerable<Cell> cells, IReadOnlyList<SeededFact> facts, Places places)
    {
        foreach (var box in cells.GroupBy(cell => (cell.Node, cell.Period)))
        {
            var months = Cell.MonthsOf(box.Key.Period);
            var cube = new CellSum[6 * 288];
            foreach (var fact in facts.Where(fact => (months >> (fact.Month - 1) & 1) != 0 && places.Holds(box.Key.Node, fact.Unit)))
            {
                var at = ((((fact.Police * 3) + fact.Setting) * 6) + fact.Group) * 4 + fact.Support;
                for (var kind = 0; kind <= Cell.AllKinds; kind++)
                {
                    if (kind == Cell.AllKinds || (fact.Kinds >> kind & 1) != 0)
                    {
                        cube[(kind * 288) + at] = cube[(kind * 288) + at].Add(fact.Key);
                    }
                }
            }

            foreach (var cell in box)
            {
                _sums[cell] = Sum(cube, cell);
            }
        }
    }

    public IReadOnlyDictionary<Cell, CellSum> Sums => _sums;

    public int this[Cell cell] => (int)_sums[cell].Count;

    /// <summary>The cells as they would be shown without noise: plainly, or with a threshold alone.</summary>
    public Dictionary<Cell, Published> Plain(int threshold) =>
        _sums.ToDictionary(cell => cell.Key, cell => cell.Value.Count >= threshold ? new Published((int)cell.Value.Count, 0) : new Published(null, threshold - 1));

    private static CellSum Sum(CellSum[] cube, Cell cell)
    {
        var sum = default(CellSum);
        for (var police = 0; police < 4; police++)
        {
            for (var setting = 0; setting < 3; setting++)
            {
                if ((cell.Police >> police & 1) == 0 || (cell.Setting >> setting & 1) == 0)
                {
                    continue;
                }

                for (var group = 0; group < 6; group++)
                {
                    for (var support = 0; support < 4; support++)
                    {
                        if ((cell.Group >> group & 1) != 0 && (cell.Support >> support & 1) != 0)
                        {
                            sum += cube[(cell.Kind * 288) + ((((police * 3) + setting) * 6) + group) * 4 + support];
                        }
                    }
                }
            }
        }

        return sum;
    }
}
