using System.Globalization;

namespace IncidentReporting.Application.Statistics.GetIndicators;

/// <summary>The indicators as a file of values: a row for each figure, and under them what must be said with them.</summary>
public static class IndicatorCsv
{
    private static readonly string[] Head =
    [
        "indicator", "version", "figure", "title", "unit", "source", "value", "low", "high", "n", "state", "text", "reason", "verdict", "change",
        "benchmark", "benchmark_year", "benchmark_population", "benchmark_n", "benchmark_source",
        "survey_value", "survey_low", "survey_high", "survey_n", "survey_state", "survey_verdict", "formula",
    ];

    public static string Of(IndicatorsResult result)
    {
        var csv = new CsvText(',');
        foreach (var column in Head)
        {
            csv.Words(column);
        }

        csv.EndRow();
        foreach (var item in result.Items)
        {
            foreach (var figure in item.Parts.Count == 0 ? [item] : item.Parts)
            {
                Row(csv, item, figure);
            }
        }

        var stage = result.Of.Stage.ToString().ToLowerInvariant();
        string[] lines = [result.Note, result.Method, $"{result.Node.Name}, {result.Period}, {stage}, {result.Of.BuiltAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, {result.Of.Table}"];
        csv.Words(null).EndRow();
        foreach (var line in lines)
        {
            csv.Words(line).EndRow();
        }

        return csv.ToString();
    }

    private static void Row(CsvText csv, IndicatorResult item, FigureResult figure)
    {
        csv.Words(item.Id).Figure(Number(item.Version)).Words(figure == item ? null : figure.Id).Words(figure == item ? item.Title : $"{item.Title}: {figure.Title}")
            .Words(Lower(figure.Unit)).Words(Lower(figure.Source))
            .Figure(Number(figure.Value)).Figure(Number(figure.Low)).Figure(Number(figure.High)).Figure(Number(figure.N))
            .Words(Lower(figure.State)).Words(figure.Text).Words(figure.Reason).Words(figure.Verdict?.Text).Words(figure.Change?.Text)
            .Figure(Number(figure.Benchmark?.Value)).Figure(Number(figure.Benchmark?.Year)).Words(figure.Benchmark?.Population).Figure(Number(figure.Benchmark?.N))
            .Words(figure.Benchmark?.Source)
            .Figure(Number(figure.Pulse?.Value)).Figure(Number(figure.Pulse?.Low)).Figure(Number(figure.Pulse?.High)).Figure(Number(figure.Pulse?.N))
            .Words(figure.Pulse is { } pulse ? Lower(pulse.State) : null).Words(figure.Pulse?.Verdict?.Text)
            .Words(item.Formula)
            .EndRow();
    }

    private static string Lower<T>(T value)
        where T : struct, Enum =>
        Domain.Common.SnakeCase.Of(value);

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
