using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

internal sealed class UnitCounts(AppDb db) : IUnitCounts
{
    // Well below what the databases take of parameters, the months included.
    private const int MostAtOnce = 500;

    public async Task<DateOnly?> FirstMonthAsync(IReadOnlyCollection<UnitId> units, CancellationToken cancellationToken)
    {
        var first = (int?)null;
        foreach (var some in units.Select(unit => unit.Value).Chunk(MostAtOnce))
        {
            // In the order of the table: read no further than to the first.
            var month = await db.Set<StatFact>().AsNoTracking().Where(fact => fact.Fact == (int)StatFactKind.Incidents && some.Contains(fact.UnitId))
                .OrderBy(fact => fact.Month).Select(fact => (int?)fact.Month).FirstOrDefaultAsync(cancellationToken);
            first = first is null || month < first ? month : first;
        }

        return first is { } code ? StatPeriod.FromCode(code).FirstDay : null;
    }

    public async Task<IReadOnlyDictionary<UnitId, IReadOnlyDictionary<DateOnly, long>>> ByMonthAsync(
        IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var codes = new List<int>();
        for (var month = StatPeriod.MonthOf(from); month.FirstDay <= to; month = month.Next())
        {
            codes.Add(month.Code);
        }

        var counts = new Dictionary<UnitId, IReadOnlyDictionary<DateOnly, long>>();
        foreach (var some in units.Select(unit => unit.Value).Chunk(MostAtOnce))
        {
            // Each month by itself: the table is ordered by it.
            var rows = await db.Set<StatFact>().AsNoTracking()
                .Where(fact => fact.Fact == (int)StatFactKind.Incidents && codes.Contains(fact.Month) && some.Contains(fact.UnitId))
                .GroupBy(fact => new { fact.UnitId, fact.Month })
                .Select(group => new { group.Key.UnitId, group.Key.Month, Count = group.LongCount() })
                .ToListAsync(cancellationToken);
            foreach (var unit in rows.GroupBy(row => row.UnitId))
            {
                counts[new UnitId(unit.Key)] = unit.ToDictionary(row => StatPeriod.FromCode(row.Month).FirstDay, row => row.Count);
            }
        }

        return counts;
    }

    public async Task<ILookup<UnitId, DateTimeOffset>> TimesAsync(IReadOnlyCollection<UnitId> units, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var times = new List<(UnitId Unit, DateTimeOffset At)>();
        foreach (var some in units.Chunk(MostAtOnce))
        {
            var rows = await db.Set<Incident>().AsNoTracking()
                .Where(incident => some.Contains(incident.UnitId) && EF.Property<int?>(incident, StatColumns.Month) != null && incident.Report.OccurredAt >= from)
                .Select(incident => new { incident.UnitId, incident.Report.OccurredAt })
                .ToListAsync(cancellationToken);
            times.AddRange(rows.Select(row => (row.UnitId, row.OccurredAt!.Value)));
        }

        return times.OrderBy(time => time.At).ToLookup(time => time.Unit, time => time.At);
    }
}
