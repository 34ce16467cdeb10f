using IncidentReporting.Domain.Statistics;

namespace IncidentReporting.Application.Statistics.Figures;

/// <summary>One question answered: the total and the cells as they may be shown.</summary>
/// <param name="Closed">Why the table is closed; null when it is open.</param>
internal sealed record ProtectedTable(
    StatFactKind Fact, StatNode Node, StatPeriod Period, IReadOnlyList<StatLevel> By, Release Release, ShownCell Total, ClosedBecause? Closed, IReadOnlyList<ProtectedCell> Cells)
{
    /// <summary>The cell of the categories, in the order of <see cref="By"/>.</summary>
    public ShownCell Cell(params ReadOnlySpan<string> categories)
    {
        foreach (var cell in Cells)
        {
            if (categories.SequenceEqual(cell.Categories.ToArray()))
            {
                return cell.Shown;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(categories));
    }
}

internal sealed record ProtectedCell(IReadOnlyList<string> Categories, ShownCell Shown);

/// <summary>The classes of a margin as they may be shown, in their order.</summary>
internal sealed record ProtectedMargin(StatMargin Margin, StatPeriod Period, ShownCell Total, ClosedBecause? Closed, IReadOnlyList<ShownCell> Classes);
