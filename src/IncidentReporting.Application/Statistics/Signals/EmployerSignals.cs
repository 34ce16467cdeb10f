using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>A unit, or the employer as a whole, with its counts, its chart if there is one, and its warnings so far.</summary>
internal sealed record Followed(UnitSeries Series, bool WholeEmployer, WarningChart? Chart, IReadOnlyList<UnitWatch> Watches)
{
    public UnitId Unit => Series.Unit;

    public UnitWatch? Open => Watches.FirstOrDefault(watch => watch.IsOpen);
}

/// <summary>All that early warnings at an employer rest on, as it was read.</summary>
/// <param name="Last">The last whole month.</param>
/// <param name="FirstEvent">The month of the employer's first event.</param>
internal sealed record EmployerSignals(OrgChart Org, DateOnly Last, DateOnly? FirstEvent, IReadOnlyList<Followed> Items, ILookup<UnitId, DateTimeOffset> Times)
{
    public SignalHistory HistoryOf(Followed item) => SignalHistory.Of(item.Series, item.Chart, FirstEvent, Last);

    /// <summary>How the chart stands; null where there is none yet.</summary>
    public SignalState? StateOf(Followed item)
    {
        if (item.Chart is not { StartsOn: not null } chart)
        {
            return null;
        }

        var kept = item.Watches.Where(watch => watch.ResetAfter >= chart.StartsOn.Value.AddMonths(-1)).ToList();
        return chart.Method is WarningMethod.Gaps
            ? SignalCharting.OfDays(
                chart, item.Series, Last, [.. Times[item.Unit].Select(Org.DayOf).Where(day => day >= chart.BaselineFrom)],
                kept.Max(watch => watch.AcknowledgedAt) is { } at ? Org.DayOf(at) : null)
            : SignalCharting.OfMonths(chart, item.Series, Last, [.. kept.Select(watch => watch.ResetAfter!.Value)]);
    }

    public static DateOnly LastMonth(OrgChart org, DateTimeOffset now) => Headcount.FirstOf(org.DayOf(now)).AddMonths(-1);
}
