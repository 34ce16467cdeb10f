using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention.Runs;

/// <summary>Every run, latest first, with its counts.</summary>
public sealed record ListRetentionRunsQuery(Page Page) : IQuery<Listing<RetentionRunItem>>;

/// <summary>One run with everything that it is about: numbers and dates, nothing of what a case says.</summary>
public sealed record GetRetentionRunQuery(Guid Id) : IQuery<RetentionRunResult>;

public sealed record RetentionCounts(int Pending, int Erased, int KeptChanged, int KeptHeld)
{
    public int All => Pending + Erased + KeptChanged + KeptHeld;
}

/// <param name="MayRelease">The caller may: somebody else proposed it, and it waits.</param>
public sealed record RetentionRunItem(
    Guid Id, RetentionRunState State, DateOnly On, PersonRef ProposedBy, DateTimeOffset ProposedAt, PersonRef? SettledBy, DateTimeOffset? SettledAt, DateTimeOffset? DoneAt,
    RetentionCounts Counts, bool MayRelease);

/// <param name="PolicyVersion">The version of the employer's periods that was in force when it was proposed; 0 for the product's own.</param>
public sealed record RetentionRunResult(
    Guid Id, RetentionRunState State, DateOnly On, long PolicyVersion, PersonRef ProposedBy, DateTimeOffset ProposedAt, PersonRef? SettledBy, DateTimeOffset? SettledAt,
    CaseText? Reason, DateTimeOffset? DoneAt, RetentionCounts Counts, IReadOnlyList<RetentionItemResult> Items, bool MayRelease);

/// <param name="Id">Null, as the case and its number, where the caller is kept out of the case.</param>
/// <param name="SubjectVersion">As it was when the run was proposed; what has changed since is kept.</param>
/// <param name="Since">Where the time counts from the end of a case that is there: that day, or the day on which somebody last added to it.</param>
public sealed record RetentionItemResult(
    string Rule, Guid? Id, IncidentId? IncidentId, string? Number, DateOnly? Since, long SubjectVersion, RetentionItemState State, DateTimeOffset? SettledAt);

internal sealed class RetentionRunReader(IIncidentReportingDb db, DueItems due, RetentionDesk desk, ICurrentUser user)
{
    public async Task<RetentionRunResult> ShowAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        var chart = await desk.ChartAsync(cancellationToken);
        var items = await db.Set<RetentionItem>().AsNoTracking().Where(item => item.RunId == run.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        var numbers = new Dictionary<IncidentId, string?>();
        foreach (var some in items.Select(item => item.IncidentId).OfType<IncidentId>().Distinct().Chunk(500))
        {
            foreach (var known in await db.Set<Incident>().IgnoreAutoIncludes().Where(incident => some.Contains(incident.Id)).Select(incident => new { incident.Id, incident.Number })
                .ToListAsync(cancellationToken))
            {
                numbers[known.Id] = known.Number;
            }
        }

        var since = await due.SinceAsync([.. items.Where(IsOfCase).Select(item => item.IncidentId!.Value).Distinct()], cancellationToken);
        var kept = (await db.KeptCasesAsync(user, cancellationToken)).ToHashSet();
        return new RetentionRunResult(
            run.Id, run.State, run.On, run.PolicyNumber, Name(chart, run.ProposedBy)!, run.ProposedAt, Name(chart, run.SettledBy), run.SettledAt, run.Reason, run.DoneAt,
            Count(items.GroupBy(item => item.State).ToDictionary(state => state.Key, state => state.Count())),
            [.. items.Select(item => Show(item, kept, numbers, since, chart))],
            MayRelease(run));
    }

    public async Task<RetentionRunItem> SummariseAsync(RetentionRun run, OrgChart chart, CancellationToken cancellationToken)
    {
        var counts = await db.Set<RetentionItem>().Where(item => item.RunId == run.Id).GroupBy(item => item.State).Select(state => new { state.Key, Count = state.Count() })
            .ToDictionaryAsync(state => state.Key, state => state.Count, cancellationToken);
        return new RetentionRunItem(
            run.Id, run.State, run.On, Name(chart, run.ProposedBy)!, run.ProposedAt, Name(chart, run.SettledBy), run.SettledAt, run.DoneAt, Count(counts), MayRelease(run));
    }

    private static RetentionItemResult Show(
        RetentionItem item, HashSet<IncidentId> kept, Dictionary<IncidentId, string?> numbers, IReadOnlyDictionary<IncidentId, DateTimeOffset> since, OrgChart chart) =>
        item.IncidentId is { } hidden && kept.Contains(hidden)
            ? new RetentionItemResult(item.Rule, Id: null, IncidentId: null, Number: null, Since: null, item.SubjectVersion, item.State, item.SettledAt)
            : new RetentionItemResult(
                item.Rule, item.SubjectId, item.IncidentId, item.IncidentId is { } id ? numbers.GetValueOrDefault(id) : null,
                IsOfCase(item) && since.TryGetValue(item.IncidentId!.Value, out var from) ? chart.DayOf(from) : null,
                item.SubjectVersion, item.State, item.SettledAt);

    private static bool IsOfCase(RetentionItem item) => item.Rule is RetentionRule.Case or RetentionRule.CounterpartIdentity;

    private static PersonRef? Name(OrgChart chart, UserId? id) => id is { } person ? new PersonRef(person, chart.Person(person)?.Name ?? string.Empty) : null;

    private static RetentionCounts Count(Dictionary<RetentionItemState, int> counts) => new(
        counts.GetValueOrDefault(RetentionItemState.Pending), counts.GetValueOrDefault(RetentionItemState.Erased),
        counts.GetValueOrDefault(RetentionItemState.KeptChanged), counts.GetValueOrDefault(RetentionItemState.KeptHeld));

    private bool MayRelease(RetentionRun run) => run.State == RetentionRunState.Proposed && run.ProposedBy != user.Id;
}

internal sealed class RetentionRunsHandler(IIncidentReportingDb db, RetentionDesk desk, RetentionRunReader reader, ICurrentUser user)
    : IRequestHandler<ListRetentionRunsQuery, Listing<RetentionRunItem>>, IRequestHandler<GetRetentionRunQuery, RetentionRunResult>
{
    public async Task<Listing<RetentionRunItem>> Handle(ListRetentionRunsQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadRetention.Require(user);
        var employer = user.EmployerId;
        var runs = db.Set<RetentionRun>().AsNoTracking().Where(run => run.EmployerId == employer);
        if (request.Page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            runs = runs.Where(run => run.ProposedAt < at || (run.ProposedAt == at && run.Id.CompareTo(id) < 0));
        }

        var found = await runs.OrderByDescending(run => run.ProposedAt).ThenByDescending(run => run.Id).Take(request.Page.Take).ToListAsync(cancellationToken);
        var page = Listing.Of(found, request.Page, run => new Cursor(run.ProposedAt, run.Id));
        var chart = await desk.ChartAsync(cancellationToken);
        var items = new List<RetentionRunItem>();
        foreach (var run in page.Items)
        {
            items.Add(await reader.SummariseAsync(run, chart, cancellationToken));
        }

        return new Listing<RetentionRunItem>(items, page.Next);
    }

    public async Task<RetentionRunResult> Handle(GetRetentionRunQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadRetention.Require(user);
        return await reader.ShowAsync(await desk.RunAsync(request.Id, cancellationToken), cancellationToken);
    }
}
