using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Names;
using static IncidentReporting.Application.Statistics.Exports.SheetTexts;

namespace IncidentReporting.Application.Statistics.Exports;

/// <summary>The indicators as a sheet: a row for each figure, with what it is compared with.</summary>
public static class IndicatorSheets
{
    public static Sheet Of(IndicatorsResult result) => new(
        $"indicators-{result.Period}".ToLowerInvariant(),
        T("title.indicators", result.Node.Name, FigureNames.Period(result.Period)),
        [T("id"), T("indicator"), T("value"), T("low"), T("high"), T("as_read"), T("benchmark"), T("benchmark.value"), T("verdict"), T("survey"), T("reason")],
        [.. result.Items.SelectMany(item => item.Parts.Count == 0 ? [Row(item, item)] : item.Parts.Select(part => Row(item, part)))],
        [
            (T("about.question"), T("title.indicators", result.Node.Name, FigureNames.Period(result.Period))),
            (T("about.note"), result.Note),
            (T("about.method"), result.Method),
            (T("about.release"), FigureNames.Release(result.Of, ShownZone.DayOf(result.Of.BuiltAt))),
            .. result.Items.Select(item => (item.Id, $"{item.Title}. {item.Formula}{(item.Caveat is null ? null : $" {item.Caveat}")}")),
        ]);

    private static IReadOnlyList<SheetCell> Row(IndicatorResult item, FigureResult figure) =>
    [
        item.Id,
        figure == item ? item.Title : $"{item.Title}: {figure.Title}",
        Of(figure.Value),
        Of(figure.Low),
        Of(figure.High),
        figure.Text,
        figure.Benchmark is { } benchmark ? $"{benchmark.Name}, {benchmark.Population}" : null,
        Of(figure.Benchmark?.Value),
        figure.Verdict?.Text,
        figure.Pulse?.Text,
        figure.Reason,
    ];

    private static SheetCell Of(double? number) => number is { } known ? known : (string?)null;
}
