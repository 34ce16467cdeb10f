using IncidentReporting.Application.Common;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

internal sealed class StatisticsUpkeep(AppDb db, ReleaseBuilder builder, Reconciler reconciler, StatisticsKeyCheck keys, TimeProvider time) : IStatisticsUpkeep
{
    private static readonly int[] MonthFacts = [(int)StatFactKind.Incidents, (int)StatFactKind.Exposures];
    private static readonly int[] PersonFacts = [(int)StatFactKind.Persons];

    public async Task<int> FreezeDueAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var due = await DueAsync(cancellationToken);
        if (due.Count > 0 && await LastReconciliationAsync(cancellationToken) is { Mismatches.Count: > 0 })
        {
            throw new StatisticsBlockedException();
        }

        // With another key than before, every number would change.
        await keys.RunAsync(cancellationToken);
        var frozen = 0;
        foreach (var year in due.GroupBy(month => (month.Period.Year, month.Stage)).OrderBy(of => of.Key.Year))
        {
            frozen += await FreezeAsync(year.Key.Year, year.Key.Stage, [.. year.Select(month => month.Period)], progress, cancellationToken);
        }

        return frozen;
    }

    public async Task<int> RebuildAsync(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var frozen = await new StatisticsStore(db).FrozenAsync(0, int.MaxValue, cancellationToken);
        foreach (var year in frozen.GroupBy(month => month.Year))
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            var whole = StatPeriod.OfYear(year.Key);
            await builder.RemoveSumsAsync(whole, [.. MonthFacts, .. PersonFacts], cancellationToken);
            foreach (var month in year)
            {
                var period = month.Month == 0 ? whole : StatPeriod.OfMonth(month.Year, month.Month);
                if (month.Month != 0)
                {
                    await builder.RemoveSumsAsync(period, MonthFacts, cancellationToken);
                }

                await builder.BuildAsync(period, month.Stage, cancellationToken);
                progress?.Report(period.ToString());
            }

            await JoinAsync(year.Key, [.. year.Where(month => month.Month > 0).Select(month => StatPeriod.OfMonth(month.Year, month.Month))], cancellationToken);
            await scope.CommitAsync(cancellationToken);
        }

        return frozen.Count(month => month.Month > 0);
    }

    public Task<Reconciliation> ReconcileAsync(CancellationToken cancellationToken) => reconciler.CompareAsync(cancellationToken);

    public async Task<Reconciliation?> LastReconciliationAsync(CancellationToken cancellationToken) =>
        await db.Set<StatReconciliation>().AsNoTracking().OrderByDescending(run => run.At).FirstOrDefaultAsync(cancellationToken) is { } last
            ? new Reconciliation(last.At, last.Compared, last.Where.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            : null;

    // A whole year's months become final together, so that month, quarter and year always rest on the same facts.
    private async Task<int> FreezeAsync(
        int year, ReleaseStage stage, IReadOnlyList<StatPeriod> months, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            foreach (var month in months)
            {
                await builder.FreezeMonthAsync(month, stage, cancellationToken);
                progress?.Report(month.ToString());
            }

            var frozen = (await new StatisticsStore(db).FrozenAsync(year, year, cancellationToken))
                .Where(month => month.Month > 0 && month.Stage == stage).Select(month => StatPeriod.OfMonth(year, month.Month)).ToList();
            await JoinAsync(year, frozen, cancellationToken);
            if (frozen.Exists(month => month.Number == 12))
            {
                await builder.FreezePersonsAsync(year, stage, cancellationToken);
            }

            await scope.CommitAsync(cancellationToken);
            return months.Count;
        }
        catch (UniqueViolationException)
        {
            // Another instance has frozen it a moment ago.
            db.ClearTracked();
            return 0;
        }
    }

    private async Task JoinAsync(int year, List<StatPeriod> frozen, CancellationToken cancellationToken)
    {
        var whole = Enumerable.Range(1, 4).Select(quarter => StatPeriod.OfQuarter(year, quarter)).Append(StatPeriod.OfYear(year));
        foreach (var period in whole.Where(period => period.Months.All(frozen.Contains)))
        {
            await builder.JoinMonthsAsync(period, cancellationToken);
        }
    }

    private async Task<List<(StatPeriod Period, ReleaseStage Stage)>> DueAsync(CancellationToken cancellationToken)
    {
        var first = await db.Set<StatFact>().MinAsync(fact => (int?)fact.Month, cancellationToken);
        if (first is not { } code)
        {
            return [];
        }

        var today = WorkCalendar.Sweden.LocalDate(time.Now());
        var standing = (await new StatisticsStore(db).FrozenAsync(0, int.MaxValue, cancellationToken)).ToDictionary(month => (month.Year, month.Month), month => month.Stage);
        var due = new List<(StatPeriod, ReleaseStage)>();
        var earliest = standing.Count == 0 ? StatPeriod.FromCode(code) : StatPeriod.OfMonth(standing.Keys.Min().Year, Math.Max(1, standing.Keys.Where(key => key.Month > 0).Min().Month));
        for (var month = earliest; ReleaseSchedule.StageOf(month, today) is { } stage; month = month.Next())
        {
            if (!standing.TryGetValue((month.Year, month.Number), out var reached) || reached < stage)
            {
                due.Add((month, stage));
            }
        }

        return due;
    }
}
