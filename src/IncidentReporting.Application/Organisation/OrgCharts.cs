using System.Collections.Concurrent;
using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Organisation;

internal sealed class OrgCharts(IIncidentReportingDb db, OrgChartCache cache, TimeProvider time) : IOrgCharts
{
    public async Task<OrgChart> OfAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (cache.Find(employer, now) is { } known)
        {
            return known;
        }

        var turn = cache.TurnOf(employer);
        var chart = await ReadAsync(employer, cancellationToken);
        cache.Keep(employer, chart, now, turn);
        return chart;
    }

    public async Task<OrgChart> ForChangeAsync(EmployerId employer, CancellationToken cancellationToken)
    {
        await db.Set<Employer>().Where(row => row.Id == employer)
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Version, row => row.Version + 1), cancellationToken);
        return await ReadAsync(employer, cancellationToken);
    }

    public void Changed(EmployerId employer) => db.AfterCommit(() => cache.Forget(employer));

    private async Task<OrgChart> ReadAsync(EmployerId id, CancellationToken cancellationToken)
    {
        var employer = await db.Set<Employer>().AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => unit.EmployerId == id).ToListAsync(cancellationToken);
        var people = db.Set<Person>().AsNoTracking().Where(person => person.EmployerId == id);
        var roles = await db.Set<RoleAssignment>().AsNoTracking()
            .Where(role => people.Any(person => person.Id == role.UserId)).ToListAsync(cancellationToken);
        var absences = await db.Set<Absence>().AsNoTracking()
            .Where(absence => people.Any(person => person.Id == absence.UserId)).ToListAsync(cancellationToken);
        return new OrgChart(employer, units, await people.ToListAsync(cancellationToken), roles, absences);
    }
}

/// <summary>Charts that were read a moment ago. Another instance's change shows when they grow old.</summary>
public sealed class OrgChartCache
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<EmployerId, (OrgChart Chart, DateTimeOffset ReadAt)> _charts = new();
    private readonly ConcurrentDictionary<EmployerId, int> _turns = new();

    internal OrgChart? Find(EmployerId employer, DateTimeOffset now) =>
        _charts.TryGetValue(employer, out var kept) && now - kept.ReadAt < KeptFor && now >= kept.ReadAt ? kept.Chart : null;

    internal int TurnOf(EmployerId employer) => _turns.GetValueOrDefault(employer);

    /// <summary>Keeps the chart unless something changed while it was read.</summary>
    internal void Keep(EmployerId employer, OrgChart chart, DateTimeOffset now, int turn)
    {
        _charts[employer] = (chart, now);
        if (TurnOf(employer) != turn)
        {
            _charts.TryRemove(employer, out _);
        }
    }

    internal void Forget(EmployerId employer)
    {
        _turns.AddOrUpdate(employer, 1, (_, turn) => turn + 1);
        _charts.TryRemove(employer, out _);
    }
}
