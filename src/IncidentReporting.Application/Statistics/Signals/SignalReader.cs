using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Warning;
using IncidentReporting.Domain.Statistics.Watches;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Signals;

/// <summary>Reads what the early warning rests on.</summary>
internal sealed class SignalReader(IIncidentReportingDb db, IUnitCounts counts, IOrgCharts charts)
{
    // Well below what the databases take of parameters.
    private const int MostAtOnce = 500;
    private const int Longest = WarningMethods.BaselineMonths + WarningMethods.ShortestHistory;
    private const double Hundredths = 100;

    /// <param name="only">Units to read; null for all. The top unit stands for the employer as a whole too, which takes them all.</param>
    /// <param name="last">The last month to follow.</param>
    public async Task<EmployerSignals> ReadAsync(EmployerId employer, IReadOnlyCollection<UnitId>? only, DateOnly last, CancellationToken cancellationToken)
    {
        var org = await charts.OfAsync(employer, cancellationToken);
        var withWhole = only is null || only.Contains(org.Top.Id);
        List<UnitId> units = [.. org.Units.Select(unit => unit.Id).Where(unit => withWhole || only!.Contains(unit)).OrderBy(unit => unit.Value)];
        var rows = (await db.Set<WarningChart>().Where(row => row.EmployerId == employer).ToListAsync(cancellationToken)).ToDictionary(row => (row.UnitId, row.WholeEmployer));
        var watches = (await db.Set<UnitWatch>().Where(watch => watch.EmployerId == employer).OrderByDescending(watch => watch.OpenedAt).ToListAsync(cancellationToken))
            .ToLookup(watch => (watch.UnitId, watch.WholeEmployer));
        var from = rows.Values.Select(row => row.BaselineFrom).Append(last.AddMonths(1 - Longest)).Min()!.Value;
        var events = await counts.ByMonthAsync(units, from, last, cancellationToken);
        var staff = await StaffAsync(employer, units, last, cancellationToken);
        var none = new Dictionary<DateOnly, long>();
        List<Followed> items =
        [
            .. units.Select(unit => new Followed(
                new UnitSeries(unit, events.GetValueOrDefault(unit) ?? none, staff.GetValueOrDefault(unit) ?? []),
                WholeEmployer: false, rows.GetValueOrDefault((unit, false)), [.. watches[(unit, false)]])),
        ];
        if (withWhole && items.Count(item => item.Series.FirstTold is not null) > 1)
        {
            var top = org.Top.Id;
            items.Add(new(UnitSeries.Together(top, [.. items.Select(item => item.Series)], last), WholeEmployer: true, rows.GetValueOrDefault((top, true)), [.. watches[(top, true)]]));
        }

        var rare = items.Where(item => item.Chart is { StartsOn: not null, Method: WarningMethod.Gaps }).ToList();
        var times = rare.Count == 0
            ? Array.Empty<(UnitId, DateTimeOffset)>().ToLookup(time => time.Item1, time => time.Item2)
            : await counts.TimesAsync([.. rare.Select(item => item.Unit)], StartOf(rare.Min(item => item.Chart!.BaselineFrom!.Value)), cancellationToken);
        return new EmployerSignals(org, last, await counts.FirstMonthAsync([.. org.Units.Select(unit => unit.Id)], cancellationToken), items, times);
    }

    // A day earlier than anywhere: the day at the employer decides.
    private static DateTimeOffset StartOf(DateOnly day) => new(day.AddDays(-1).ToDateTime(default), TimeSpan.Zero);

    private async Task<Dictionary<UnitId, Dictionary<DateOnly, double>>> StaffAsync(
        EmployerId employer, IReadOnlyCollection<UnitId> units, DateOnly last, CancellationToken cancellationToken)
    {
        var staff = new Dictionary<UnitId, Dictionary<DateOnly, double>>();
        foreach (var some in units.Chunk(MostAtOnce))
        {
            var rows = await db.Set<Headcount>().AsNoTracking().Where(row => row.EmployerId == employer && row.Month <= last && some.Contains(row.UnitId))
                .GroupBy(row => new { row.UnitId, row.Month })
                .Select(group => new { group.Key.UnitId, group.Key.Month, Sum = group.Sum(row => (long)row.StaffHundredths) })
                .ToListAsync(cancellationToken);
            foreach (var unit in rows.GroupBy(row => row.UnitId))
            {
                staff[unit.Key] = unit.ToDictionary(row => row.Month, row => row.Sum / Hundredths);
            }
        }

        return staff;
    }
}
