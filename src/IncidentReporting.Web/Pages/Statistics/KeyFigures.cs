using System.Globalization;
using IncidentReporting.Application.Statistics.GetIndicators;
using IncidentReporting.Application.Statistics.GetSeries;
using IncidentReporting.Application.Statistics.Indicators;
using IncidentReporting.Application.Statistics.Names;
using IncidentReporting.Domain.Statistics.Figures;
using IncidentReporting.Web.Components.Figures;
using static IncidentReporting.Web.Pages.Statistics.StatisticsPageTexts;

namespace IncidentReporting.Web.Pages.Statistics;

/// <summary>The figures that answer how it is going: how many, how many reported, how many got support, how many never told.</summary>
internal static class KeyFigures
{
    private const string Reported = "V7";
    private const string Unsupported = "V4";
    private const string Dark = "O9";
    private const double PerTenth = 10;

    /// <param name="years">The year before and the year.</param>
    public static IReadOnlyList<KeyFigure> Of(IndicatorsResult indicators, SeriesResult years) =>
    [
        Incidents(indicators, years),
        Share(indicators, Reported, T("key.police")),
        Share(indicators, Unsupported, T("key.support")),
        DarkFigure(indicators),
    ];

    public static IndicatorResult? Find(IndicatorsResult indicators, string id) => indicators.Items.FirstOrDefault(item => item.Id == id);

    /// <summary>In per cent.</summary>
    public static FigureValue ValueOf(IndicatorState state, double? value, int? upper) => state switch
    {
        IndicatorState.Ok => value!.Value,
        IndicatorState.Under => FigureValue.Under(5),
        IndicatorState.Over => FigureValue.Over(95),
        IndicatorState.Small => FigureValue.Small(upper ?? 4),
        IndicatorState.Closed => FigureValue.Closed,
        _ => FigureValue.Missing,
    };

    public static FigureInterval? IntervalOf(double? low, double? high) => low is { } from && high is { } to ? new(from, to) : null;

    /// <summary>"+18", "−4" or "±0".</summary>
    public static string Signed(long difference) => difference switch
    {
        > 0 => T("change.plus", difference.ToString("N0", CultureInfo.CurrentCulture)),
        < 0 => T("change.minus", (-difference).ToString("N0", CultureInfo.CurrentCulture)),
        _ => T("change.same"),
    };

    public static string Direction(ChangeDirection direction) => T(direction switch
    {
        ChangeDirection.Up => "change.up",
        ChangeDirection.Down => "change.down",
        _ => "change.none",
    });

    private static KeyFigure Incidents(IndicatorsResult indicators, SeriesResult years)
    {
        var total = years.Points.Count > 0 ? ShownFigures.Of(years.Points[^1].Total) : FigureValue.Missing;
        var figure = new KeyFigure(FigureNames.Measure("incidents"), total) { Href = FigureAddress.Explore("incidents", indicators.Node.Id, indicators.Period, "kind") };
        return years.Change is { } change && change.To == indicators.Period
            ? figure with { Change = Signed(change.Difference), Comparison = T("key.change", change.From, Direction(change.Direction)) }
            : figure;
    }

    private static KeyFigure Share(IndicatorsResult indicators, string id, string label)
    {
        var item = Find(indicators, id)!;
        return new KeyFigure(label, ValueOf(item.State, item.Value, item.Upper), FigureUnit.Percent)
        {
            Interval = IntervalOf(item.Low, item.High),
            Comparison = item.Benchmark is { Value: { } theirs } benchmark ? T("key.benchmark", benchmark.Name, FigureWords.Of(theirs, FigureUnit.Percent)) : null,
            Why = item.Reason,
            Href = Explained(indicators, id),
        };
    }

    private static KeyFigure DarkFigure(IndicatorsResult indicators)
    {
        var item = Find(indicators, Dark)!;
        var value = ValueOf(item.State, item.Value, item.Upper);
        return new KeyFigure(T("key.dark"), value, FigureUnit.Percent)
        {
            Text = item is { State: IndicatorState.Ok, Value: { } share } ? T("key.dark.tenths", Math.Round(share / PerTenth, MidpointRounding.AwayFromZero)) : null,
            Comparison = value.State == FigureValueState.Shown ? T("key.dark.text") : null,
            Why = item.Reason,
            Href = Explained(indicators, Dark),
        };
    }

    private static string Explained(IndicatorsResult indicators, string id) =>
        FigureAddress.Of("/statistics/indicators", ("node", indicators.Node.Id), ("period", indicators.Period)) + $"#{id}";
}
