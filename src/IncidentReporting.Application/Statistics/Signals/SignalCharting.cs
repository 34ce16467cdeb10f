using System.Globalization;
using IncidentReporting.Application.Statistics.Headcounts;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Draws a unit's chart from its baseline, its counts and what has been acknowledged, and says how it stands.</summary>
internal static class SignalCharting
{
    private const int Digits = 4;

    // As many events as are worth showing of a chart of rare ones.
    private const int MostGaps = 24;

    /// <param name="last">The last whole month.</param>
    /// <param name="resets">The last month followed at each acknowledgement.</param>
    public static SignalState OfMonths(WarningChart chart, UnitSeries series, DateOnly last, IReadOnlyCollection<DateOnly> resets) =>
        chart.Method is WarningMethod.Cusum ? Cusum(chart, series, last, resets) : Laney(chart, series, last, resets);

    /// <param name="days">Of all events since the baseline began, oldest first.</param>
    /// <param name="acknowledged">The day of the latest acknowledgement.</param>
    public static SignalState OfDays(WarningChart chart, UnitSeries series, DateOnly last, IReadOnlyList<DateOnly> days, DateOnly? acknowledged)
    {
        var expected = chart.Rate * series.StaffIn(last.AddMonths(1));
        var begin = acknowledged is { } day ? Math.Max(0, days.Count(on => on <= day) - 1) : 0;
        var points = GapTest.Chart([.. days.Skip(begin)], expected).Select(point => (Point: point, Level: point.On >= chart.StartsOn ? point.Level : WarningLevel.None)).ToList();
        var signals = points.Where(point => point.Level != WarningLevel.None).ToList();
        var evidence = new SignalEvidence(
            BaselineOf(chart), Rounded(expected), Limit: null, Overdispersion: 1, [],
            [
                .. points.TakeLast(MostGaps).Select(point => new SignalGap(
                    point.Point.On, point.Point.Days, point.Point.DaysOfFour, point.Point.P is { } p ? Math.Round(p, 6) : null, point.Level)),
            ],
            Test: null,
            signals.Count == 0 ? null : signals[0].Point.On.AddDays(-signals[0].Point.DaysOfFour ?? 0).ToString("O", CultureInfo.InvariantCulture),
            HeldBack: false);
        return signals is [.., var latest]
            ? new(WatchKind.Gap, WarningLevel.Watch, 1, Domain.Statistics.Headcount.FirstOf(latest.Point.On), evidence)
            : new(WatchKind.Gap, WarningLevel.None, 1, last, evidence);
    }

    private static SignalState Cusum(WarningChart chart, UnitSeries series, DateOnly last, IReadOnlyCollection<DateOnly> resets)
    {
        List<DateOnly> months = [.. UnitSeries.Months(chart.StartsOn!.Value, last.AddMonths(1))];
        var points = new PoissonCusum(chart.Rate, chart.Baseline, chart.Overdispersion).Chart(
        [
            .. months.Select(month => new CusumMonth(
                series.In(month).Events, month == chart.StartsOn ? chart.ExposureAtStart : series.StaffIn(month), resets.Contains(month))),
        ]);
        var shown = months.Zip(points, (month, point) => new SignalMonth(
            CalendarMonth.Text(month), series.In(month).Events, series.StaffIn(month), Rounded(point.Expected), point.Reference, Rounded(point.Value),
            Lower: null, Upper: null, point.Level));
        var now = points is [.., var latest] && !resets.Contains(last) ? latest : null;
        var level = now?.Level ?? WarningLevel.None;
        var test = level == WarningLevel.None ? null : TestOf(now!, chart);
        var evidence = new SignalEvidence(
            BaselineOf(chart), Rounded(now?.Expected ?? chart.Rate * series.StaffIn(last)), PoissonCusum.LimitFor(chart.ExpectedAtStart), Rounded(chart.Overdispersion),
            [.. BaselineMonths(chart, series), .. shown], [], test,
            test is null ? null : CalendarMonth.Text(last.AddMonths(1 - now!.RunMonths)), HeldBack: false);
        return new(WatchKind.Cusum, level, test?.MidP ?? 1, last, evidence);
    }

    private static SignalState Laney(WarningChart chart, UnitSeries series, DateOnly last, IReadOnlyCollection<DateOnly> resets)
    {
        List<DateOnly> basis = [.. UnitSeries.Months(chart.BaselineFrom!.Value, chart.StartsOn!.Value)];
        List<DateOnly> months = [.. UnitSeries.Months(chart.StartsOn.Value, last.AddMonths(1))];
        var drawn = LaneyChart.OfExact([.. basis.Select(series.In)], [.. months.Select(series.In)]);
        var shown = new List<SignalMonth>(BaselineMonths(chart, series));
        var (level, p, from, inARow) = (WarningLevel.None, 1d, (DateOnly?)null, 0);
        foreach (var (month, point) in months.Zip(drawn?.Points.Skip(basis.Count) ?? []))
        {
            // Only a rise is a warning; what was acknowledged is not counted again.
            inARow = point.Rate > drawn!.Mean ? Math.Min(point.InARow, inARow + 1) : 0;
            var here = point.Rate > point.Upper ? WarningLevel.Alert : inARow >= LaneyPoint.LongRun ? WarningLevel.Watch : WarningLevel.None;
            shown.Add(new(
                CalendarMonth.Text(month), point.Month.Events, point.Month.Exposure, Rounded(drawn.Mean * point.Month.Exposure), Reference: null, Sum: null,
                Rounded(point.Lower * point.Month.Exposure), Rounded(point.UpperEvents), here));
            if (here != WarningLevel.None)
            {
                level = here > level ? here : level;
                p = Math.Min(p, drawn.Above(point));
                from ??= month.AddMonths(1 - Math.Max(1, inARow));
            }

            if (resets.Contains(month))
            {
                (level, p, from, inARow) = (WarningLevel.None, 1, null, 0);
            }
        }

        var evidence = new SignalEvidence(
            BaselineOf(chart), Rounded(chart.Rate * series.StaffIn(last)), Limit: null, Rounded((drawn?.Sigma ?? 1) * (drawn?.Sigma ?? 1)), shown, [], Test: null,
            from is { } run ? CalendarMonth.Text(run) : null, HeldBack: false);
        return new(WatchKind.Laney, level, level == WarningLevel.Alert ? p : 1, last, evidence);
    }

    private static SignalTest TestOf(CusumPoint point, WarningChart chart)
    {
        var test = point.Test ?? ConditionalTest.Of(point.Run, chart.Baseline);
        return new(point.Run.Events, Rounded(point.Run.Exposure), point.RunMonths, chart.BaselineEvents, Rounded(chart.BaselineExposure), Math.Round(test.Exact, 6), Math.Round(test.MidP, 6));
    }

    private static SignalBaseline BaselineOf(WarningChart chart) => new(
        CalendarMonth.Text(chart.BaselineFrom!.Value), CalendarMonth.Text(chart.StartsOn!.Value.AddMonths(-1)), ChartWindow.Months(chart.BaselineFrom.Value, chart.StartsOn.Value),
        chart.BaselineEvents, Rounded(chart.BaselineExposure), Math.Round(chart.Rate, 6));

    private static IEnumerable<SignalMonth> BaselineMonths(WarningChart chart, UnitSeries series) =>
        UnitSeries.Months(chart.BaselineFrom!.Value, chart.StartsOn!.Value).Select(month => new SignalMonth(
            CalendarMonth.Text(month), series.In(month).Events, series.StaffIn(month), null, null, null, null, null, WarningLevel.None));

    private static double Rounded(double value) => Math.Round(value, Digits);
}
