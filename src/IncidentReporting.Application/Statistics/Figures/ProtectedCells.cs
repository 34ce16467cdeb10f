using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>Every cell of a table, also those that nothing is in: the codebook says which there are.</summary>
internal static class ProtectedCells
{
    /// <param name="shown">By the cell's number: the categories in the order asked for, the last moving first.</param>
    public static IReadOnlyList<ProtectedCell> Of(IReadOnlyList<StatLevel> by, Func<int, ShownCell> shown)
    {
        var cells = new List<ProtectedCell>();
        var count = by.Aggregate(1, (product, level) => product * level.CategoryCount);
        for (var index = 0; index < count; index++)
        {
            var categories = new string[by.Count];
            var rest = index;
            for (var level = by.Count - 1; level >= 0; level--)
            {
                categories[level] = by[level].Categories[rest % by[level].CategoryCount];
                rest /= by[level].CategoryCount;
            }

            cells.Add(new ProtectedCell(categories, shown(index)));
        }

        return cells;
    }
}
