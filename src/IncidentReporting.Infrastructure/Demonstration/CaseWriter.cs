using IncidentReporting.Application.Common;
using IncidentReporting.Application.Demonstration;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Log;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Demonstration;

/// <summary>Writes many cases with all that follows from them, but no mails: what is past counts as told.</summary>
internal sealed class CaseWriter(AppDb db, CaseTables tables, LogLinker linker)
{
    private const int BatchSize = 500;
    private const int BatchOfFacts = 5_000;

    /// <summary>Each batch is a transaction with its numbers, unless one is open already: what is cut off leaves whole cases and no gap in the numbers. While one is written the next is made.</summary>
    /// <param name="shared">Employers whose numbers others may take meanwhile.</param>
    public async Task WriteAsync(DemoOrder order, DemoCases cases, CaseCount count, IReadOnlyList<EmployerId> shared, IProgress<int>? done, CancellationToken cancellationToken)
    {
        using var coming = cases.Make(order.Incidents, order.Scenes).GetEnumerator();
        var standing = await StandingAsync(shared, cancellationToken);
        count.Continue(standing);
        var written = 0;
        for (var next = MakeAsync(order, cases, count, coming); (await next) is { Cases.Count: > 0 } batch;)
        {
            next = MakeAsync(order, cases, count, coming);
            await using var scope = await db.BeginAsync(cancellationToken);
            await ClaimAsync(shared, standing, cancellationToken);
            await linker.LinkNewAsync(batch.Log, cancellationToken);
            await (order.FactsOnly
                ? tables.WriteFactsAsync(batch.Cases, cancellationToken)
                : tables.WriteAsync(batch.Cases, batch.Log, batch.Duties, cancellationToken));
            await KeepCountersAsync(batch.Moved, cancellationToken);
            await scope.CommitAsync(cancellationToken);
            foreach (var (employer, year, last) in batch.Moved)
            {
                standing[(employer, year)] = last;
            }

            written += batch.Cases.Count;
            done?.Report(written);
        }
    }

    private static Task<Batch> MakeAsync(DemoOrder order, DemoCases cases, CaseCount count, IEnumerator<DemoCase> coming) => Task.Run(() =>
    {
        var size = order.FactsOnly ? BatchOfFacts : BatchSize;
        var made = new List<DemoCase>(size);
        while ((made.Count < size || cases.IsWithinPair) && coming.MoveNext())
        {
            made.Add(coming.Current);
        }

        return new Batch(
            CaseTables.Prepare(made.Select(one => (one.Incident, one.Chart.Employer))),
            order.FactsOnly ? [] : [.. made.SelectMany(LogOf)],
            order.FactsOnly ? [] : [.. made.SelectMany(one => DutiesOf(one, order.Now))],
            count.TakeMoved());
    });

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

    private async Task<Dictionary<(EmployerId Employer, int Year), int>> StandingAsync(IReadOnlyList<EmployerId> employers, CancellationToken cancellationToken) =>
        await db.Set<CaseCounter>().AsNoTracking().Where(counter => employers.Contains(counter.EmployerId))
            .ToDictionaryAsync(counter => (counter.EmployerId, counter.Year), counter => counter.Last, cancellationToken);

    // Changing a row to what it is holds it until the transaction ends, so that nobody else takes a number meanwhile.
    private async Task ClaimAsync(IReadOnlyList<EmployerId> employers, Dictionary<(EmployerId Employer, int Year), int> standing, CancellationToken cancellationToken)
    {
        await db.Set<CaseCounter>().Where(counter => employers.Contains(counter.EmployerId))
            .ExecuteUpdateAsync(change => change.SetProperty(counter => counter.Last, counter => counter.Last), cancellationToken);
        var now = await StandingAsync(employers, cancellationToken);
        if (now.Any(counter => standing.GetValueOrDefault(counter.Key) != counter.Value))
        {
            throw new ChangedMeanwhileException();
        }
    }

    private async Task KeepCountersAsync(IReadOnlyList<(EmployerId Employer, int Year, int Last)> moved, CancellationToken cancellationToken)
    {
        foreach (var (employer, year, last) in moved)
        {
            var counter = db.Set<CaseCounter>().Where(counter => counter.EmployerId == employer && counter.Year == year);
            if (await counter.ExecuteUpdateAsync(change => change.SetProperty(row => row.Last, last), cancellationToken) == 0)
            {
                await AddCounterAsync(employer, year, cancellationToken);
                await counter.ExecuteUpdateAsync(change => change.SetProperty(row => row.Last, last), cancellationToken);
            }
        }
    }

    private Task AddCounterAsync(EmployerId employer, int year, CancellationToken cancellationToken) =>
        db.InsertIfMissingAsync($"""INSERT INTO "CaseCounter" ("EmployerId", "Year", "Last") VALUES ({employer.Value}, {year}, 0)""", cancellationToken);

    private sealed record Batch(
        IReadOnlyList<NewCase> Cases, IReadOnlyList<LogEntry> Log, IReadOnlyList<Obligation> Duties, IReadOnlyList<(EmployerId Employer, int Year, int Last)> Moved);
}

/// <summary>What is to be made.</summary>
/// <param name="Days">How far back.</param>
internal sealed record DemoOrder(int Incidents, IReadOnlyList<DemoPlan> Scenes, int Days, bool FactsOnly, DateTimeOffset Now);
