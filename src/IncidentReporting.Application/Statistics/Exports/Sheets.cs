using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Figures;
using IncidentReporting.Application.Statistics.GetFunnel;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.GetTable;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Statistics;
using static IncidentReporting.Application.Statistics.Exports.SheetTexts;

namespace IncidentReporting.Application.Statistics.Exports;

/// <summary>What the statistics answer, as sheets: one row for each number, named in words.</summary>
public static class Sheets
{
    public static Sheet Of(TableResult table)
    {
        var measure = FigureNames.Measure(table.Measure);
        var period = FigureNames.Period(table.Period);
        var by = string.Join(T("and"), table.By.Select(attribute => FigureNames.Attribute(table.Measure, attribute)));
        return new Sheet(
            FileName(table.Measure, [.. table.By, .. StatPeriod.Find(table.Period) is null ? [] : (string[])[table.Period]]),
            table.By.Count == 0 ? T("title.table", measure, table.Node.Name, period) : T("title.divided", measure, by, table.Node.Name, period),
            [T("who"), .. table.By.Select(attribute => FigureNames.Attribute(table.Measure, attribute)), measure],
            [
                .. Rows(table, table.Node, table.Total, table.Cells),
                .. table.Children?.SelectMany(child => Rows(table, child.Node, child.Total, child.Cells)) ?? [],
            ],
            [
                (T("about.question"), table.By.Count == 0 ? T("title.table", measure, table.Node.Name, period) : T("title.divided", measure, by, table.Node.Name, period)),
                .. table.Closed is { } closed ? ((string, string)[])[(T("about.closed"), closed.Reason)] : [],
                .. Standing(table.Note, table.Release),
            ]);
    }

    public static Sheet Of(SeriesResult series)
    {
        var measure = FigureNames.Measure(series.Measure);
        var title = T("title.series", measure, series.Node.Name);
        var by = series.By.Count > 0 ? series.By[0] : null;
        var latest = series.Points.Select(point => point.Release).LastOrDefault(release => release is not null);
        return new Sheet(
            FileName(series.Measure, ["series", .. series.By]),
            title,
            [T("who"), T("when"), .. by is null ? [] : (string[])[FigureNames.Attribute(series.Measure, by)], measure, T("stage")],
            [.. series.Points.SelectMany(point => Rows(series, point, by))],
            [
                (T("about.question"), by is null ? title : $"{title}{T("and")} {FigureNames.Attribute(series.Measure, by)}"),
                .. series.Change is { } change ? ((string, string)[])
                    [(T("about.change"), T("change", change.Difference, FigureNames.Period(change.From), FigureNames.Period(change.To), T($"change.{change.Direction}")))] : [],
                .. Standing(series.Note, latest),
            ]);
    }

    public static Sheet Of(FunnelResult funnel) => new(
        FileName("funnel", [funnel.Period]),
        T("title.funnel", funnel.Node.Name, funnel.Period),
        [T("unit"), T("headcount"), T("expected"), FigureNames.Measure("incidents"), T("judged")],
        [
            .. funnel.Units.Select(unit => (IReadOnlyList<SheetCell>)
            [
                unit.Unit.Name, Of(unit.Headcount), Of(unit.Expected), Of(unit.Total), T(unit.Level is { } level ? $"level.{level}" : "level.cannot"),
            ]),
        ],
        [
            (T("about.question"), T("title.funnel", funnel.Node.Name, funnel.Period)),
            .. funnel.Rate is { } rate ? ((string, string)[])[(T("about.rate"), T("rate", rate.ToString("0.#", CultureInfo.CurrentCulture)))] : [],
            .. funnel.Why is { } why ? ((string, string)[])[(T("about.closed"), why)] : [],
            (T("about.limits"), T("limits")),
            .. Standing(funnel.Note, funnel.Release),
        ]);

    public static Sheet Of(IReadOnlyList<HeadcountRow> headcounts) => new(
        FileName("headcounts", []),
        T("title.headcounts"),
        [T("unit"), T("group"), T("month"), T("headcount"), T("fte")],
        [
            .. headcounts.Select(row => (IReadOnlyList<SheetCell>)
            [
                row.UnitName, CodeLists.OccupationalGroups.Label(row.OccupationalGroup, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName), row.Month, (double)row.Headcount, Of((double?)row.Fte),
            ]),
        ],
        [(T("about.question"), T("title.headcounts"))]);

    internal static SheetCell Of(TotalResult total) => Shown(total.Value, total.State, total.Upper);

    internal static SheetCell Of(CellResult cell) => Shown(cell.Value, cell.State, cell.Upper);

    internal static string Category(string measure, CellResult cell, string attribute) => FigureNames.Category(measure, attribute, cell.Key[attribute]);

    /// <summary>What stands under every table, wherever it goes.</summary>
    internal static IEnumerable<(string About, string Text)> Standing(string note, ReleaseResult? release) =>
    [
        (T("about.note"), note),
        .. release is null ? [] : ((string, string)[])
        [
            (T("about.method"), T("method", release.Table)),
            (T("about.release"), FigureNames.Release(release, ShownZone.DayOf(release.BuiltAt))),
        ],
    ];

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(TableResult table, NodeResult node, TotalResult total, IReadOnlyList<CellResult> cells)
    {
        yield return [node.Name, .. table.By.Select(_ => (SheetCell)T("all")), Of(total)];
        foreach (var cell in cells.Where(cell => cell.Key.Count > 0))
        {
            yield return [node.Name, .. table.By.Select(attribute => (SheetCell)Category(table.Measure, cell, attribute)), Of(cell)];
        }
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(SeriesResult series, PointResult point, string? by)
    {
        var stage = T(point.Release is { } release ? $"stage.{release.Stage}" : "stage.none");
        yield return [series.Node.Name, FigureNames.Period(point.Period), .. by is null ? [] : (SheetCell[])[T("all")], Of(point.Total), stage];
        foreach (var cell in point.Cells.Where(cell => cell.Key.Count > 0))
        {
            yield return [series.Node.Name, FigureNames.Period(point.Period), Category(series.Measure, cell, by!), Of(cell), stage];
        }
    }

    private static SheetCell Of(double? number) => number is { } known ? known : (string?)null;

    private static SheetCell Shown(long? value, CellState state, int? upper) => state switch
    {
        CellState.Ok => value!.Value,
        CellState.Small => T("small", upper!.Value + 1),
        _ => T("closed"),
    };

    private static string FileName(string first, IEnumerable<string> more) => string.Join('-', more.Prepend(first)).ToLowerInvariant();
}
