using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>Adds combinations up to the cells of a table; a record with several answers counts in the cell of each.</summary>
internal sealed class ComboGrouping
{
    private readonly Codebook _codebook;
    private readonly IReadOnlyList<StatLevel> _by;
    private readonly int[][][] _categories;
    private readonly int _cells;

    public ComboGrouping(Codebook codebook, IReadOnlyList<StatLevel> by)
    {
        _codebook = codebook;
        _by = by;
        _categories =
        [
            .. by.Select(level => Enumerable.Range(0, level.Attribute.Radix)
                .Select(code => Enumerable.Range(0, level.CategoryCount).Where(category => level.Has(code, category)).ToArray()).ToArray()),
        ];
        _cells = by.Aggregate(1, (product, level) => product * level.CategoryCount);
    }

    /// <summary>By the cell's number: the categories in the order asked for, the last moving first.</summary>
    public CellSum[] Group(IEnumerable<ComboSum> combos)
    {
        var sums = new CellSum[_cells];
        foreach (var combo in combos)
        {
            Add(sums, combo, level: 0, cell: 0);
        }

        return sums;
    }

    private void Add(CellSum[] sums, ComboSum combo, int level, int cell)
    {
        if (level == _by.Count)
        {
            sums[cell] += combo.Sum;
            return;
        }

        foreach (var category in _categories[level][_codebook.CodeOf(combo.Combo, _by[level].Attribute)])
        {
            Add(sums, combo, level + 1, (cell * _by[level].CategoryCount) + category);
        }
    }
}
