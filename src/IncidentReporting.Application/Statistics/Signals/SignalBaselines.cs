using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Starts the charts of those that have got a history: each unit's rate is drawn towards that of all the employer's units.</summary>
internal static class SignalBaselines
{
    // From here on a chart with limits follows the employer as a whole.
    private const double WholeFrom = 10;

    /// <summary>The items with charts, and the charts that are new.</summary>
    public static (EmployerSignals Signals, IReadOnlyList<WarningChart> Added) Start(EmployerSignals signals)
    {
        var units = signals.Items.Where(item => !item.WholeEmployer)
            .Select(item => (Item: item, Window: item.Chart is { StartsOn: { } on, BaselineFrom: { } from } ? new ChartWindow(from, on) : signals.HistoryOf(item).Window))
            .Where(unit => unit.Window is not null && !(signals.Org.Unit(unit.Item.Unit)?.IsClosed ?? true))
            .Select(unit => (unit.Item, Window: unit.Window!.Value)).ToList();
        List<Observed> observed =
        [
            .. units.Select(unit => unit.Item.Chart is { StartsOn: not null } chart ? chart.Baseline : unit.Item.Series.Sum(unit.Window.From, unit.Window.StartsOn)),
        ];
        if (EmpiricalBayes.FromExact(observed) is not { Mean: > 0 } bayes)
        {
            return (signals, []);
        }

        var phi = Overdispersion.Of(units.Select(unit => unit.Item.Series.Events(unit.Window.From, unit.Window.StartsOn)));
        var added = new List<WarningChart>();
        var started = new Dictionary<Followed, Followed>(ReferenceEqualityComparer.Instance);
        foreach (var ((item, window), baseline, rate) in units.Zip(observed, bayes.Rates).Where(unit => unit.First.Item.Chart?.StartsOn is null))
        {
            started[item] = item with { Chart = Start(signals, item, window, baseline, rate, phi, added) };
        }

        foreach (var whole in signals.Items.Where(item => item.WholeEmployer && item.Chart?.StartsOn is null))
        {
            if (signals.HistoryOf(whole).Window is { } window && whole.Series.Sum(window.From, window.StartsOn) is { Exposure: > 0 } baseline
                && baseline.Events / (double)ChartWindow.Months(window.From, window.StartsOn) >= WholeFrom)
            {
                started[whole] = whole with { Chart = Start(signals, whole, window, baseline, baseline.Events / baseline.Exposure, phi, added) };
            }
        }

        return (signals with { Items = [.. signals.Items.Select(item => started.GetValueOrDefault(item, item))] }, added);
    }

    private static WarningChart Start(
        EmployerSignals signals, Followed item, ChartWindow window, Observed baseline, double rate, double phi, List<WarningChart> added)
    {
        var chart = item.Chart ?? WarningChart.For(signals.Org.Employer.Id, item.Unit, item.WholeEmployer);
        chart.Start(window, baseline, rate, item.Series.StaffIn(window.StartsOn), phi);
        if (item.Chart is null)
        {
            added.Add(chart);
        }

        return chart;
    }
}
