using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Statistics.Headcounts;

internal static class LatestHeadcounts
{
    /// <summary>The last row of every unit and group.</summary>
    public static async Task<IReadOnlyList<Headcount>> LatestAsync(this IIncidentReportingDb db, EmployerId employer, CancellationToken cancellationToken)
    {
        var rows = db.Set<Headcount>().AsNoTracking().Where(row => row.EmployerId == employer);
        return await rows
            .Where(row => !rows.Any(later => later.UnitId == row.UnitId && later.OccupationalGroup == row.OccupationalGroup && later.Month > row.Month))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What the latest month before has and the month lacks, of units that are open.</summary>
    public static async Task<IReadOnlyList<Headcount>> CarriedAsync(this IIncidentReportingDb db, OrgChart chart, DateOnly month, CancellationToken cancellationToken)
    {
        var employer = chart.Employer.Id;
        var rows = db.Set<Headcount>().AsNoTracking().Where(row => row.EmployerId == employer);
        if (await rows.Where(row => row.Month < month).MaxAsync(row => (DateOnly?)row.Month, cancellationToken) is not { } before)
        {
            return [];
        }

        var there = (await rows.Where(row => row.Month == month).ToListAsync(cancellationToken)).Select(row => (row.UnitId, row.OccupationalGroup)).ToHashSet();
        return
        [
            .. (await rows.Where(row => row.Month == before).ToListAsync(cancellationToken))
                .Where(row => chart.Unit(row.UnitId) is { IsClosed: false } && !there.Contains((row.UnitId, row.OccupationalGroup))),
        ];
    }
}
