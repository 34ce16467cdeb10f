using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Web.Components;
using IncidentReporting.Web.Components.Figures;
using static IncidentReporting.Web.Pages.Statistics.Explore.ExploreTexts;

namespace IncidentReporting.Web.Pages.Statistics.Explore;

/// <summary>The answer as tables and bars: the last attribute is the columns, the others the rows.</summary>
internal sealed class ExploreTables(TableResult result, FigureChoices choices)
{
    private string Release => FigureNames.Release(result.Release, ShownZone.DayOf(result.Release.BuiltAt));

    private string Measure => FigureNames.Measure(result.Measure);

    /// <summary>Null for a total alone, and where the table is closed.</summary>
    public FigureTable? Table()
    {
        if (result.By.Count == 0 || result.Closed is not null)
        {
            return null;
        }

        if (result.By.Count == 1)
        {
            return new FigureTable(Caption(), Name(result.By[0]), [new FigureColumn(Measure)], [.. result.Cells.Select(cell => new FigureRow(Label(cell, result.By[0]), ShownFigures.Of(cell))), Total(columns: 1)])
            {
                Source = Release,
            };
        }

        var (rows, column) = (result.By.Take(result.By.Count - 1).ToList(), result.By[^1]);
        var columns = result.Cells.Select(cell => cell.Key[column]).Distinct().ToList();
        return new FigureTable(
            Caption(),
            string.Join(T("and"), rows.Select(Name)),
            [.. columns.Select(category => new FigureColumn(FigureNames.Category(result.Measure, column, category)))],
            [
                .. result.Cells.Chunk(columns.Count).Select(row => new FigureRow(
                    string.Join(", ", rows.Select(attribute => Label(row[0], attribute))), [.. row.Select(cell => (FigureCell)ShownFigures.Of(cell))])),
            ])
        {
            Source = Release,
        };
    }

    /// <summary>For one or two attributes that are open.</summary>
    public BarList? Bars() => result.By.Count is 1 or 2 && result.Closed is null
        ? new BarList(
            new ChartWords(Caption(), Question() ?? FigureNames.MeasureHelp(result.Measure), Source: Release),
            string.Join(T("and"), result.By.Select(Name)),
            Measure,
            [.. result.Cells.Select(cell => new Bar(string.Join(": ", result.By.Select(attribute => Label(cell, attribute))), ShownFigures.Of(cell)))])
        : null;

    /// <summary>The same of each unit, as far as each may be shown.</summary>
    public FigureTable Units(IReadOnlyList<ChildTableResult> units)
    {
        var by = units.Count > 0 && units[0].Cells is [{ Key.Count: 1 }, ..] ? result.By[0] : null;
        var categories = by is null ? [] : units[0].Cells.Select(cell => cell.Key[by]).ToList();
        return new FigureTable(
            T("units.caption", Measure, result.Node.Name, choices.PeriodName(result.Period)),
            T("units.head"),
            [new FigureColumn(T("total")), .. categories.Select(category => new FigureColumn(FigureNames.Category(result.Measure, by!, category)))],
            [
                .. units.Select(unit => new FigureRow(unit.Node.Name, [ShownFigures.Of(unit.Total), .. by is null ? [] : unit.Cells.Select(cell => (FigureCell)ShownFigures.Of(cell))])
                {
                    Href = FigureAddress.Explore(result.Measure, unit.Node.Id, result.Period, result.By),
                }),
            ])
        {
            Source = Release,
            Empty = T("units.empty"),
        };
    }

    private FigureRow Total(int columns) => new(T("total"), [.. Enumerable.Repeat((FigureCell)ShownFigures.Of(result.Total), columns)]) { IsTotal = true };

    private string Caption() => T("caption", Measure, string.Join(T("and"), result.By.Select(attribute => Codes.InSentence(Name(attribute)))), choices.PeriodName(result.Period));

    private string? Question() => result.By.Count == 1 ? FigureNames.Question(result.Measure, result.By[0]) : null;

    private string Name(string attribute) => FigureNames.Attribute(result.Measure, attribute);

    private string Label(CellResult cell, string attribute) => FigureNames.Category(result.Measure, attribute, cell.Key[attribute]);
}
