using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Demonstration;

/// <summary>Writes many cases with all that follows from them, but no mails: what is past counts as told.</summary>
internal sealed class CaseWriter(AppDb db, CaseTables tables)
{
    private const int BatchSize = 500;

    /// <summary>Each batch is a transaction with its numbers, unless one is open already: what is cut off leaves whole cases and no gap in the numbers.</summary>
    public async Task WriteAsync(
        DemoCases cases, int incidents, IReadOnlyList<DemoPlan> scenes, CaseCount count, IReadOnlyList<EmployerId> employers, DateTimeOffset now, IProgress<int>? done,
        CancellationToken cancellationToken)
    {
        using var coming = cases.Make(incidents, scenes).GetEnumerator();
        var written = 0;
        for (var isMore = true; isMore;)
        {
            await using var scope = await db.BeginAsync(cancellationToken);
            count.Continue(await ClaimCountersAsync(employers, now, cancellationToken));
            var batch = new List<DemoCase>(BatchSize);
            while ((batch.Count < BatchSize || cases.IsWithinPair) && (isMore = coming.MoveNext()))
            {
                batch.Add(coming.Current);
            }

            await tables.WriteAsync(
                batch.Select(one => (one.Incident, one.Chart.Employer)), batch.SelectMany(LogOf), batch.SelectMany(one => DutiesOf(one, now)), cancellationToken);
            await KeepCountersAsync(count, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            written += batch.Count;
            done?.Report(written);
        }
    }

    private static IEnumerable<LogEntry> LogOf(DemoCase one) => one.Incident.TakeEvents().Select(happened => CaseLog.Of(one.Incident, happened));

    private static IReadOnlyList<Obligation> DutiesOf(DemoCase one, DateTimeOffset now)
    {
        var (incident, chart, policy) = one;
        if (incident.IsDraft)
        {
            return [];
        }

        var plans = ObligationEngine.Plan(incident.Facts(), policy.Policy, CaseObligations.CalendarOf(chart.Employer));
        var resolver = new PartyResolver(chart, CasePartiesOf.Incident(incident), now);
        var duties = ObligationSync.Apply([], plans, ObligationSubject.Of(incident), resolver, now);
        foreach (var duty in duties)
        {
            duty.TakeStepsAsDone(now);
        }

        return duties;
    }

    // Changing a row to what it is holds it until the transaction ends, so that nobody else takes a number meanwhile.
    private async Task<Dictionary<(EmployerId Employer, int Year), int>> ClaimCountersAsync(
        IReadOnlyList<EmployerId> employers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var employer in employers.OrderBy(employer => employer.Value))
        {
            for (var year = now.AddDays(-DemoDays.Days - 1).Year; year <= now.AddDays(1).Year; year++)
            {
                await db.InsertIfMissingAsync(
                    $"""INSERT INTO "CaseCounter" ("EmployerId", "Year", "Last") VALUES ({employer.Value}, {year}, 0)""", cancellationToken);
            }

            await db.Set<CaseCounter>().Where(counter => counter.EmployerId == employer)
                .ExecuteUpdateAsync(change => change.SetProperty(counter => counter.Last, counter => counter.Last), cancellationToken);
        }

        return await db.Set<CaseCounter>().AsNoTracking().Where(counter => employers.Contains(counter.EmployerId))
            .ToDictionaryAsync(counter => (counter.EmployerId, counter.Year), counter => counter.Last, cancellationToken);
    }

    private async Task KeepCountersAsync(CaseCount count, CancellationToken cancellationToken)
    {
        foreach (var ((employer, year), last) in count.Last)
        {
            await db.Set<CaseCounter>().Where(counter => counter.EmployerId == employer && counter.Year == year)
                .ExecuteUpdateAsync(change => change.SetProperty(counter => counter.Last, last), cancellationToken);
        }
    }
}
