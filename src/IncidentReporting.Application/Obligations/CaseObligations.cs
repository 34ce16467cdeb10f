using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Obligations;

/// <summary>Finds the duties anew and lays them in the caller's save. Called with every change of what they follow from.</summary>
public sealed class CaseObligations(IIncidentReportingDb db, IOrgCharts charts, IPolicies policies, TimeProvider time)
{
    /// <summary>The case's duties as they now stand; effective with the caller's save.</summary>
    public async Task<IReadOnlyList<Obligation>> FindAnewAsync(Incident incident, OrgChart chart, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var policy = await policies.OfVersionAsync(incident.PolicyVersionId, cancellationToken);
        var plans = ObligationEngine.Plan(incident.Facts(), policy, CalendarOf(chart.Employer));
        var resolver = new PartyResolver(chart, CasePartiesOf.Incident(incident), now);
        var isStored = db.Set<Incident>().Entry(incident).State != EntityState.Added;
        return await SyncAsync(ObligationSubject.Of(incident), resolver, plans, now, isStored, cancellationToken);
    }

    /// <summary>The same for a request for measures (R23) or a unit's routine (R26), which follow the policy of today.</summary>
    public Task FindAnewAsync(
        ObligationSubject subject, CaseParties parties, Func<FollowUpPolicy, WorkCalendar, ObligationPlan> plan, CancellationToken cancellationToken) =>
        FindAllAnewAsync(subject, parties, (policy, calendar) => [plan(policy, calendar)], isStored: true, cancellationToken);

    /// <summary>The same for an early warning (R29), which is several people's duty.</summary>
    /// <param name="isStored">False for a subject that this save makes.</param>
    public async Task FindAllAnewAsync(
        ObligationSubject subject, CaseParties parties, Func<FollowUpPolicy, WorkCalendar, IReadOnlyList<ObligationPlan>> plan, bool isStored, CancellationToken cancellationToken)
    {
        var chart = await charts.OfAsync(subject.EmployerId, cancellationToken);
        var policy = (await policies.CurrentAsync(subject.EmployerId, cancellationToken)).Policy;
        var now = time.Now();
        await SyncAsync(subject, new PartyResolver(chart, parties, now), plan(policy, CalendarOf(chart.Employer)), now, isStored, cancellationToken);
    }

    public async Task<IReadOnlyList<Obligation>> OfAsync(IncidentId incident, CancellationToken cancellationToken) =>
        await db.Set<Obligation>().AsNoTracking().Where(row => row.SubjectId == incident.Value).ToListAsync(cancellationToken);

    public static WorkCalendar CalendarOf(Employer employer) => WorkCalendar.In(employer.TimeZone);

    private async Task<IReadOnlyList<Obligation>> SyncAsync(
        ObligationSubject subject, PartyResolver resolver, IReadOnlyList<ObligationPlan> plans, DateTimeOffset now, bool isStored,
        CancellationToken cancellationToken)
    {
        var set = db.Set<Obligation>();
        if (isStored)
        {
            await set.Where(row => row.SubjectId == subject.Id).LoadAsync(cancellationToken);
        }

        // Rows that this save has made already are not in the database yet and count as well.
        var rows = set.Local.Where(row => row.SubjectId == subject.Id).ToList();
        var added = ObligationSync.Apply(rows, plans, subject, resolver, now);
        set.AddRange(added);
        return [.. rows, .. added];
    }
}
