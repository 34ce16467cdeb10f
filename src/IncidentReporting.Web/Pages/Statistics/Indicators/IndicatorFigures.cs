using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Domain.Statistics.Indicators;
using IncidentReporting.Web.Components.Figures;
using static IncidentReporting.Web.Pages.Statistics.Indicators.IndicatorsTexts;

namespace IncidentReporting.Web.Pages.Statistics.Indicators;

/// <summary>Indicators as the charts and tables take them.</summary>
internal static class IndicatorFigures
{
    private const double Least = 5;
    private const double Most = 95;

    // What the survey of the country asked, in the order it told it.
    private static readonly string[] Compared = ["V1", "V4", "V5", "V6", "V7", "V8", "V9", "V10", "V11"];

    public static FigureUnit UnitOf(FigureResult figure) => figure.Unit switch
    {
        IndicatorUnit.Percent => FigureUnit.Percent,
        IndicatorUnit.Per100 => FigureUnit.Decimal,
        _ => FigureUnit.Count,
    };

    public static FigureValue Of(FigureResult figure) => Of(figure.State, figure.Value, figure.Upper);

    public static FigureValue Of(PulseResult figure) => Of(figure.State, figure.Value, figure.Upper);

    public static FigureInterval? IntervalOf(FigureResult figure) => IntervalOf(figure.Low, figure.High);

    public static FigureInterval? IntervalOf(PulseResult figure) => IntervalOf(figure.Low, figure.High);

    /// <summary>"17–29 %".</summary>
    public static string? Uncertainty(FigureResult figure) => IntervalOf(figure) is { } interval ? FigureWords.Of(interval, UnitOf(figure)) : null;

    public static string? Uncertainty(PulseResult figure) => IntervalOf(figure) is { } interval ? FigureWords.Of(interval, FigureUnit.Percent) : null;

    public static FigureResult Find(this IndicatorsResult result, string id)
    {
        var names = id.Split('.');
        var item = result.Items.First(item => item.Id == names[0]);
        return names.Length == 1 ? item : item.Parts.First(part => part.Id == names[1]);
    }

    public static FigureResult Count(this IndicatorsResult result, string measure) => result.Counts.First(count => count.Id == measure);

    /// <summary>The survey's figure where only that can be compared, else the register's.</summary>
    public static BenchmarkChart Country(IndicatorsResult result, string? source = null) => new(
        new ChartWords(T("chart"), T("chart.note"), Source: source),
        T("chart.rows"),
        result.Node.Name,
        T("chart.theirs"),
        [.. Compared.Select(id => Row(result.Items.First(item => item.Id == id)))]);

    private static BenchmarkRow Row(IndicatorResult item)
    {
        var benchmark = item.Benchmark!;
        if (item.Pulse is { } pulse && (benchmark.Comparable == BenchmarkUse.Pulse || item.Id == "V1"))
        {
            return new BenchmarkRow(T("chart.survey", item.Title), Of(pulse), IntervalOf(pulse), benchmark.Value, pulse.Verdict?.Text, pulse.Reason);
        }

        return new BenchmarkRow(item.Id == "V9" ? T("chart.sector", item.Title) : item.Title, Of(item), IntervalOf(item), benchmark.Value, item.Verdict?.Text, item.Reason);
    }

    private static FigureValue Of(IndicatorState state, double? value, int? upper) => state switch
    {
        IndicatorState.Ok when value is { } shown => shown,
        IndicatorState.Under => FigureValue.Under(Least),
        IndicatorState.Over => FigureValue.Over(Most),
        IndicatorState.Small when upper is { } most => FigureValue.Small(most),
        IndicatorState.Closed => FigureValue.Closed,
        _ => FigureValue.Missing,
    };

    private static FigureInterval? IntervalOf(double? low, double? high) => low is { } from && high is { } to ? new FigureInterval(from, to) : null;
}
