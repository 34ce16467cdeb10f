using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Web.Components.Figures;

namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>What the statistics answer, as the charts and tables take it.</summary>
internal static class ShownFigures
{
    public static FigureValue Of(CellResult cell) => FigureValues.Of(new ShownCell(cell.Value, cell.State, cell.Upper));

    public static FigureValue Of(TotalResult total) => FigureValues.Of(new ShownCell(total.Value, total.State, total.Upper));

    public static ShownCell TotalOf(TableResult table) => new(table.Total.Value, table.Total.State, table.Total.Upper);

    /// <summary>The cell of one category in a table by one attribute.</summary>
    public static ShownCell CellOf(TableResult table, string category)
    {
        var cell = table.Cells.First(cell => cell.Key[table.By[0]] == category);
        return new(cell.Value, cell.State, cell.Upper);
    }
}
