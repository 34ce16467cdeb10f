using System.Globalization;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Web.Components.Figures;
using static IncidentReporting.Web.Pages.Statistics.Signals.SignalPageTexts;
using Mark = IncidentReporting.Web.Components.Figures.SignalLevel;

namespace IncidentReporting.Web.Pages.Statistics.Signals;

/// <summary>Draws what a warning rests on.</summary>
internal static class SignalCharts
{
    private const int MostMonths = 24;
    private const int MostEvents = 10;

    public static CusumChart Cusum(SignalEvidence evidence) => new(
        Words("chart.cusum", "chart.cusum.note"),
        evidence.Limit ?? 0,
        [
            .. evidence.Months.TakeLast(MostMonths).Select(month => new CusumStep(
                SignalShown.Month(month.Month, "MMM yyyy"), (int)month.Count, month.Expected, month.Sum, MarkOf(month.Level))),
        ]);

    public static SeriesChart Laney(SignalEvidence evidence)
    {
        List<SignalMonth> months = [.. evidence.Months.Where(month => month.Upper is not null).TakeLast(MostMonths)];
        return new SeriesChart(
            Words("chart.laney", "chart.laney.note"), T("month"), [.. months.Select(month => SignalShown.Month(month.Month, "MMM yyyy"))],
            [
                new Series(T("events"), [.. months.Select(month => FigureValue.Of(month.Count))])
                {
                    Signals = [.. months.Index().Where(month => month.Item.Level != WarningLevel.None).Select(month => month.Index)],
                },
            ],
            FigureUnit.Count,
            new ControlLimits(months.Count == 0 ? 0 : months[^1].Expected ?? 0, [.. months.Select(month => month.Lower!.Value)], [.. months.Select(month => month.Upper!.Value)]));
    }

    public static BarList Gaps(SignalEvidence evidence) => new(
        Words("chart.gaps", "chart.gaps.note"), T("day"), T("days"),
        [
            .. evidence.Gaps.Where(gap => gap.Days is not null).TakeLast(MostEvents)
                .Select(gap => new Bar(gap.On.ToString("d MMMM yyyy", CultureInfo.CurrentCulture), FigureValue.Of(gap.Days!.Value))),
        ]);

    private static ChartWords Words(string question, string note) => new(T(question), T(note)) { IsExact = true };

    private static Mark MarkOf(WarningLevel level) => level switch
    {
        WarningLevel.Alert => Mark.Alert,
        WarningLevel.Watch => Mark.Watch,
        _ => Mark.None,
    };
}
