using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Headcounts;

/// <summary>Keeps rows that were found right; in one transaction with the caller's.</summary>
internal sealed class HeadcountDesk(IIncidentReportingDb db, ICurrentUser user, TimeProvider time)
{
    /// <param name="action">What the log calls it.</param>
    public async Task<HeadcountsKept> KeepAsync(IReadOnlyList<HeadcountInput> rows, string action, CancellationToken cancellationToken)
    {
        var employer = user.EmployerId;
        var months = rows.Select(row => CalendarMonth.Find(row.Month)!.Value).ToList();
        var (first, last) = (months.Min(), months.Max());
        var units = rows.Select(row => row.UnitId!.Value).ToHashSet();
        var there = (await db.Set<Headcount>().Where(row => row.EmployerId == employer && row.Month >= first && row.Month <= last).ToListAsync(cancellationToken))
            .Where(row => units.Contains(row.UnitId))
            .ToDictionary(row => (row.UnitId, row.OccupationalGroup, row.Month));
        var (added, changed) = (0, 0);
        foreach (var (row, month) in rows.Zip(months))
        {
            if (!there.TryGetValue((row.UnitId!.Value, row.OccupationalGroup!, month), out var kept))
            {
                db.Set<Headcount>().Add(Headcount.Create(employer, row.UnitId.Value, row.OccupationalGroup!, month, row.Headcount!.Value, row.Fte));
                added++;
            }
            else if (kept.Count(row.Headcount!.Value, row.Fte))
            {
                changed++;
            }
        }

        var told = $"{CalendarMonth.Text(first)}..{CalendarMonth.Text(last)} rows {rows.Count} added {added} changed {changed}";
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, action, employer.Value, time.Now(), told));
        await db.SaveChangesAsync(cancellationToken);
        return new HeadcountsKept(rows.Count, added, changed);
    }
}
