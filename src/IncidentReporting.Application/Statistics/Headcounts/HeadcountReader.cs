using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Headcounts;

internal sealed class HeadcountReader(IIncidentReportingDb db) : IHeadcounts
{
    // Well below what the databases take of parameters.
    private const int MostAtOnce = 1000;
    private const decimal Hundredths = 100;

    public async Task<MeanStaff?> MeanAsync(
        IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups, CancellationToken cancellationToken) =>
        Mean(await SumsAsync(units, from, to, groups, cancellationToken));

    public async Task<MeanStaff?> MeanOfEmployersAsync(
        IReadOnlyCollection<EmployerId>? employers, DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups, CancellationToken cancellationToken)
    {
        var rows = Within(from, to, groups);
        if (employers is null)
        {
            return Mean(await SumAsync(rows, cancellationToken));
        }

        var sums = new List<Sum>();
        foreach (var some in employers.Distinct().Chunk(MostAtOnce))
        {
            sums.AddRange(await SumAsync(rows.Where(row => some.Contains(row.EmployerId)), cancellationToken));
        }

        return Mean(sums);
    }

    public async Task<IReadOnlyDictionary<UnitId, MeanStaff>> MeanByUnitAsync(EmployerId employer, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var sums = await Within(from, to, groups: null).Where(row => row.EmployerId == employer)
            .GroupBy(row => new { row.UnitId, row.Month })
            .Select(group => new
            {
                group.Key.UnitId,
                group.Key.Month,
                Staff = group.Sum(row => (long)row.StaffHundredths),
                Fte = group.Sum(row => (long?)row.FteHundredths),
                Untold = group.Count(row => row.FteHundredths == null),
            })
            .ToListAsync(cancellationToken);
        return sums.GroupBy(sum => sum.UnitId)
            .ToDictionary(unit => unit.Key, unit => Mean([.. unit.Select(sum => new Sum(sum.Month, sum.Staff, sum.Fte ?? 0, sum.Untold))])!);
    }

    public async Task<IReadOnlyDictionary<DateOnly, StaffOfMonth>> ByMonthAsync(
        IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        ByMonth(await SumsAsync(units, from, to, groups: null, cancellationToken));

    public async Task<StaffByClass> ByClassAsync(
        UnitId? unit, IReadOnlyCollection<EmployerId>? employers, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var rows = Within(from, to, groups: null);
        var wanted = unit is { } one ? [rows.Where(row => row.UnitId == one)]
            : employers is null ? [rows]
            : employers.Distinct().Chunk(MostAtOnce).Select(some => rows.Where(row => some.Contains(row.EmployerId))).ToArray();
        var (told, sums) = (0, new List<(string Class, Sum Sum)>());
        foreach (var some in wanted)
        {
            told += await some.Select(row => row.EmployerId).Distinct().CountAsync(cancellationToken);
            var found = await some.GroupBy(row => new { row.Month, row.OccupationalGroup })
                .Select(group => new
                {
                    group.Key.Month,
                    group.Key.OccupationalGroup,
                    Staff = group.Sum(row => (long)row.StaffHundredths),
                    Fte = group.Sum(row => (long?)row.FteHundredths),
                    Untold = group.Count(row => row.FteHundredths == null),
                })
                .ToListAsync(cancellationToken);
            sums.AddRange(found.Select(sum => (OccupationalGroups.ClassOf(sum.OccupationalGroup), new Sum(sum.Month, sum.Staff, sum.Fte ?? 0, sum.Untold))));
        }

        return new StaffByClass(
            Mean([.. sums.Select(sum => sum.Sum)]),
            sums.GroupBy(sum => sum.Class, StringComparer.Ordinal).ToDictionary(of => of.Key, of => Mean([.. of.Select(sum => sum.Sum)])!, StringComparer.Ordinal),
            told);
    }

    private static MeanStaff? Mean(IReadOnlyList<Sum> sums)
    {
        var months = ByMonth(sums);
        if (months.Count == 0)
        {
            return null;
        }

        var told = months.Values.Select(month => month.Fte).OfType<decimal>().ToList();
        return new MeanStaff(months.Values.Average(month => month.Headcount), told.Count == 0 ? null : told.Average(), months.Count);
    }

    private static Dictionary<DateOnly, StaffOfMonth> ByMonth(IReadOnlyList<Sum> sums) =>
        sums.GroupBy(sum => sum.Month).ToDictionary(
            month => month.Key,
            month => new StaffOfMonth(month.Sum(sum => sum.Staff) / Hundredths, month.Any(sum => sum.Untold > 0) ? null : month.Sum(sum => sum.Fte) / Hundredths));

    private static async Task<List<Sum>> SumAsync(IQueryable<Headcount> rows, CancellationToken cancellationToken)
    {
        var sums = await rows.GroupBy(row => row.Month)
            .Select(month => new
            {
                month.Key,
                Staff = month.Sum(row => (long)row.StaffHundredths),
                Fte = month.Sum(row => (long?)row.FteHundredths),
                Untold = month.Count(row => row.FteHundredths == null),
            })
            .ToListAsync(cancellationToken);
        return [.. sums.Select(sum => new Sum(sum.Key, sum.Staff, sum.Fte ?? 0, sum.Untold))];
    }

    private async Task<List<Sum>> SumsAsync(
        IReadOnlyCollection<UnitId> units, DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups, CancellationToken cancellationToken)
    {
        var rows = Within(from, to, groups);
        var sums = new List<Sum>();
        foreach (var some in units.Distinct().Chunk(MostAtOnce))
        {
            sums.AddRange(await SumAsync(rows.Where(row => some.Contains(row.UnitId)), cancellationToken));
        }

        return sums;
    }

    private IQueryable<Headcount> Within(DateOnly from, DateOnly to, IReadOnlyCollection<string>? groups)
    {
        var (first, last) = (Headcount.FirstOf(from), Headcount.FirstOf(to));
        var rows = db.Set<Headcount>().AsNoTracking().Where(row => row.Month >= first && row.Month <= last);
        return groups is null ? rows : rows.Where(row => groups.Contains(row.OccupationalGroup));
    }

    private sealed record Sum(DateOnly Month, long Staff, long Fte, int Untold);
}
