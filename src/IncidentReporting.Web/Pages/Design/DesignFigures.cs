using System.Globalization;
using IncidentReporting.Web.Components.Figures;
using static IncidentReporting.Web.Pages.Design.DesignTexts;

namespace IncidentReporting.Web.Pages.Design;

/// <summary>Figures such as an employer would meet, in every state.</summary>
internal static class DesignFigures
{
    private static readonly FunnelLimit[] Limits =
        [new(2, 7, 10), new(3, 9, 12), new(5, 11, 15), new(8, 15, 20), new(10, 18, 23), new(12, 20, 26), new(15, 24, 30), new(20, 30, 37), new(30, 42, 50), new(50, 65, 74)];

    public static IReadOnlyList<KeyFigure> KeyFigures =>
    [
        new(T("figure.incidents"), 212) { Change = "+18", Comparison = T("figure.no_change"), Href = "#part-figures" },
        new(T("figure.police"), 23, FigureUnit.Percent) { Interval = new FigureInterval(17, 29), Comparison = T("figure.country", FigureWords.Of(20, FigureUnit.Percent)) },
        new(T("figure.dark"), 40, FigureUnit.Percent) { Text = T("figure.dark.value"), Comparison = T("figure.dark.compared") },
        new(T("figure.investigation"), FigureValue.Small()) { Why = T("figure.small.why") },
        new(T("figure.support"), FigureValue.Missing, FigureUnit.Percent) { Why = T("figure.missing.why") },
        new(T("figure.influence"), FigureValue.Over(95), FigureUnit.Percent) { Interval = new FigureInterval(93, 99) },
    ];

    public static BarList Bars => new(
        new ChartWords(T("bars"), T("bars.note"), Source: T("figures.source")),
        T("bars.rows"),
        T("figures.count"),
        [
            new(T("kind.threat_direct"), 97),
            new(T("kind.threat_veiled"), 69),
            new(T("kind.harassment"), 58),
            new(T("kind.online"), 34),
            new(T("kind.violence"), FigureValue.Small()),
            new(T("long.label"), FigureValue.Closed),
        ]);

    public static BarList Shares => new(
        new ChartWords(T("shares"), T("shares.note")),
        T("figures.group"),
        T("figures.share"),
        [
            new(T("group.secretary"), 49, new FigureInterval(44, 54)),
            new(T("group.needs"), 31, new FigureInterval(22, 43)),
            new(T("group.treatment"), FigureValue.Under(5)),
            new(T("group.field"), FigureValue.Small(9)),
        ],
        FigureUnit.Percent);

    public static BarList Empty => new(new ChartWords(T("figures.empty")), T("bars.rows"), T("figures.count"), []);

    public static BenchmarkChart Benchmark => new(
        new ChartWords(T("benchmark"), T("benchmark.note")),
        T("figures.question"),
        T("figures.us"),
        T("figures.survey"),
        [
            new(T("benchmark.exposed"), 49, new FigureInterval(44, 54), 45, T("verdict.same")),
            new(T("figure.police"), 23, new FigureInterval(17, 29), 20, T("verdict.same")),
            new(T("benchmark.private"), 14, new FigureInterval(9, 21), 15, T("verdict.same")),
            new(T("figure.investigation"), 33, new FigureInterval(20, 50), 33, T("verdict.same")),
            new(T("figure.support"), 46, new FigureInterval(35, 57), 30, T("verdict.higher")),
            new(T("benchmark.unsafe"), FigureValue.Missing, Benchmark: 10, Why: T("figure.missing.why")),
            new(T("long.label"), FigureValue.Small(), Benchmark: 12, Why: T("figure.small.why")),
        ]);

    public static SeriesChart Quarters => new(
        new ChartWords(T("series"), T("series.note"), Source: T("figures.source")),
        T("figures.quarter"),
        [.. Enumerable.Range(0, 16).Select(number => T("quarter", (number % 4) + 1, 2022 + (number / 4)))],
        [
            new(T("figures.us"), [5.1, 6.4, FigureValue.Small(), 5.2, 6.8, 7.9, FigureValue.Missing, 8.4, 9.1, 8.2, 10.3, 9.4, 11.2, 10.1, 12.6, 11.8]),
            new(T("figures.country"), [8.2, 8.4, 8.1, 8.6, 8.9, 8.8, 9.2, 9.4, 9.1, 9.6, 9.8, 9.7, 10.2, 10.4, 10.3, 10.9]),
        ],
        FigureUnit.Decimal)
    {
        PerYear = 4,
    };

    public static SeriesChart Months => new(
        new ChartWords(T("months"), T("months.note")),
        T("figures.month"),
        [.. Enumerable.Range(0, 24).Select(Month)],
        [new(T("figure.incidents"), [12, 9, 14, 11, 8, 6, FigureValue.Small(), 7, 13, 15, 12, 9, 16, 13, FigureValue.Closed, 12, 10, 7, FigureValue.Small(), FigureValue.Small(), 14, 18, 15, 17])]);

    public static SeriesChart Controlled => new(
        new ChartWords(T("controlled"), T("controlled.note")),
        T("figures.month"),
        [.. Enumerable.Range(0, 12).Select(Month)],
        [new(T("figure.incidents"), [212, 198, 240, 225, 260, 231, 205, 219, 248, 236, 229, 301]) { Signals = [11] }],
        FigureUnit.Count,
        new ControlLimits(229, [.. Enumerable.Range(0, 12).Select(number => 166.0 + (number / 2))], [.. Enumerable.Range(0, 12).Select(number => 283.0 + (number / 2))]));

    public static FunnelPlot Funnel => new(
        new ChartWords(T("funnel"), T("funnel.note")),
        T("figures.unit"),
        [
            new(T("unit.number", 1), 6.2, 14, SignalLevel.Watch),
            new(T("unit.number", 2), 12.4, 11),
            new(T("unit.number", 3), 21, 38, SignalLevel.Alert),
            new(T("unit.number", 4), 11.8, 13),
            new(T("unit.number", 5), 3.1, FigureValue.Small()),
            new(T("unit.number", 6), 4.2, FigureValue.Small()),
            new(T("unit.number", 7), 34, 29),
            new(T("unit.number", 8), 12.9, 12),
            new(T("unit.number", 9), 8.3, 7),
            new(T("unit.number", 10), 2.4, FigureValue.Closed),
            new(T("unit.number", 11), 43, 47),
        ],
        Limits);

    public static CusumChart Cusum
    {
        get
        {
            double[] sums = [0, 0, .7, .4, 0, 0, .7, 2.4, 2.1, 3.8, 4.5, .7, 0, 1.7, 5.4];
            int[] counts = [1, 0, 2, 1, 0, 1, 2, 3, 1, 3, 2, 2, 0, 3, 5];
            return new CusumChart(
                new ChartWords(T("cusum"), T("cusum.note")) { IsExact = true },
                4.2,
                [.. counts.Select((count, at) => new CusumStep(Month(at), count, .9, sums[at], at switch { 10 => SignalLevel.Watch, 14 => SignalLevel.Alert, _ => SignalLevel.None }))]);
        }
    }

    public static FigureTable Table => new(
        T("table.kinds"),
        T("bars.rows"),
        [new(T("table.workplace")), new(T("table.elsewhere")), new(T("table.off")), new(T("figures.share"), FigureUnit.Percent)],
        [
            new(T("kind.threat_direct"), 61, 29, 7, 46) { Href = "#part-figures" },
            new(T("kind.threat_veiled"), 44, 18, FigureValue.Small(), 33) { Href = "#part-figures" },
            new(T("kind.online"), FigureValue.Small(9), 1234, FigureValue.Closed, FigureValue.Under(5)),
            new(T("table.total"), 137, 71, 12, FigureValue.Missing) { IsTotal = true },
        ])
    {
        Source = T("figures.source"),
    };

    public static FigureTable ExactTable => new(T("table.exact"), T("figures.unit"), [new(T("figures.count"))], [new(T("unit.number", 1), 3), new(T("unit.number", 2), 0)]) { IsExact = true };

    private static string Month(int number) => new DateOnly(2024, 1, 1).AddMonths(number).ToString("MMM yyyy", CultureInfo.CurrentCulture).Replace(".", string.Empty, StringComparison.Ordinal);
}
