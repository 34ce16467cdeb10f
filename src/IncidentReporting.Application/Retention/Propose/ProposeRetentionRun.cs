using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Runs;
using MediatR;

namespace IncidentReporting.Application.Retention.Propose;

/// <summary>Proposes to erase what is due today, or was on an earlier day. Nothing is erased before another person releases it.</summary>
public sealed record ProposeRetentionRunCommand(DateOnly? On) : ICommand<RetentionRunResult>;

internal sealed class ProposeRetentionRunHandler(
    IIncidentReportingDb db, RetentionPolicies policies, DueItems due, RetentionDesk desk, RetentionRunReader reader, ICurrentUser user)
    : IRequestHandler<ProposeRetentionRunCommand, RetentionRunResult>
{
    public async Task<RetentionRunResult> Handle(ProposeRetentionRunCommand request, CancellationToken cancellationToken)
    {
        Operations.ProposeRetentionRun.Require(user);
        var (today, _) = await desk.DayAsync(asked: null, cancellationToken);
        if (request.On > today)
        {
            throw new InvalidInputException("on", RetentionTexts.OnLater);
        }

        var (day, until) = await desk.DayAsync(request.On, cancellationToken);
        var rules = await policies.OnAsync(user.EmployerId, day, cancellationToken);
        var items = await due.FindAsync(user.EmployerId, rules, until, cancellationToken);
        if (items.Count == 0)
        {
            throw new InvalidInputException("on", RetentionTexts.NothingDue);
        }

        var run = RetentionRun.Propose(user.EmployerId, day, rules.Version, user.Id, desk.Now);
        db.Set<RetentionRun>().Add(run);
        db.Set<RetentionItem>().AddRange(items.Select(item => RetentionItem.Of(run, item)));
        desk.Log(Operations.ProposeRetentionRun, "retention_proposed", run.Id, $"count={items.Count}");
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ShowAsync(run, cancellationToken);
    }
}
