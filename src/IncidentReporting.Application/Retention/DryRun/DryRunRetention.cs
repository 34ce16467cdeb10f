using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Codes;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention.DryRun;

/// <summary>What would be erased on a day by the rules of that day, on an earlier one also by those of today; nothing is.</summary>
public sealed record DryRunRetentionQuery(DateOnly? On) : IQuery<DryRunResult>;

/// <param name="HeldCases">Those that somebody keeps from being erased, however old they are, longest kept first; not those that the caller is kept out of.</param>
/// <param name="Most">At most so many cases and notes are told, and taken by one run.</param>
public sealed record DryRunResult(DateOnly On, IReadOnlyList<DueCount> Rules, IReadOnlyList<DueResult> Items, IReadOnlyList<HeldResult> HeldCases, int Most)
{
    public int Held => HeldCases.Count;
}


/// <param name="HeldOn">The day from which it is kept.</param>
public sealed record HeldResult(IncidentId IncidentId, string? Number, DateOnly HeldOn);

public sealed record DueCount(string Rule, string Title, int Count);

/// <param name="Id">Null, as the case, its number and day, where the caller is kept out of the case.</param>
/// <param name="Number">Of the case, where it is about one.</param>
/// <param name="Since">The day on which its time began to run, such as the day of the closing.</param>
public sealed record DueResult(string Rule, Guid? Id, IncidentId? IncidentId, string? Number, DateOnly? Since);

internal sealed class DryRunRetentionHandler(IIncidentReportingDb db, DueItems due, RetentionDesk desk, ICurrentUser user)
    : IRequestHandler<DryRunRetentionQuery, DryRunResult>
{
    public async Task<DryRunResult> Handle(DryRunRetentionQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadRetention.Require(user);
        var (day, over) = await desk.DueAsync(request.On, cancellationToken);
        var items = await due.FindAsync(user.EmployerId, over, cancellationToken);
        var chart = await desk.ChartAsync(cancellationToken);
        var drafts = await DraftsAsync(user.EmployerId, over.Since("draft"), cancellationToken);
        var mails = await due.Mails(user.EmployerId, over).CountAsync(cancellationToken);
        var kept = (await db.KeptCasesAsync(user, cancellationToken)).ToHashSet();
        var held = await due.HeldAsync(user.EmployerId, cancellationToken);
        var language = user.Language;
        return new DryRunResult(
            day,
            [
                .. over.InForce.Rules.Where(rule => rule.Period is not null && rule.Id != "kept_answer").Select(rule => new DueCount(
                    rule.Id, rule.Title(language),
                    rule.Id switch { "draft" => drafts, RetentionRule.MailLog => mails, _ => items.Count(item => item.Rule == rule.Id) })),
            ],
            [
                .. items.Select(item => item.Case is { } hidden && kept.Contains(hidden)
                    ? new DueResult(item.Rule, Id: null, IncidentId: null, Number: null, Since: null)
                    : new DueResult(item.Rule, item.Id, item.Case, item.Number, chart.DayOf(item.Since))),
            ],
            [.. held.Where(item => !kept.Contains(item.Id)).Select(item => new HeldResult(item.Id, item.Number, chart.DayOf(item.HeldAt)))],
            DueItems.MostAtOnce);
    }

    private Task<int> DraftsAsync(EmployerId employer, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.Set<Incident>().CountAsync(draft => draft.EmployerId == employer && draft.State == IncidentState.Draft && draft.CreatedAt <= since, cancellationToken);
}
