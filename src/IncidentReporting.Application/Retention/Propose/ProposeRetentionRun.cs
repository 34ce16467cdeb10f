using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Domain.Retention;
using MediatR;

namespace IncidentReporting.Application.Retention.Propose;

/// <summary>Proposes to erase what is due today, or was on an earlier day and is today, and stands in no other proposal. Nothing is erased before another person releases it.</summary>
public sealed record ProposeRetentionRunCommand(DateOnly? On) : ICommand<RetentionRunResult>;

internal sealed class ProposeRetentionRunHandler(
    IIncidentReportingDb db, DueItems due, RetentionDesk desk, RetentionRunReader reader, ICurrentUser user)
    : IRequestHandler<ProposeRetentionRunCommand, RetentionRunResult>
{
    public async Task<RetentionRunResult> Handle(ProposeRetentionRunCommand request, CancellationToken cancellationToken)
    {
        Operations.ProposeRetentionRun.Require(user);
        if (request.On > await desk.TodayAsync(cancellationToken))
        {
            throw new InvalidInputException("on", RetentionTexts.OnLater);
        }

        var (day, over) = await desk.DueAsync(request.On, cancellationToken);
        var items = await due.FindUnproposedAsync(user.EmployerId, over, cancellationToken);
        if (items.Count == 0)
        {
            var isDue = await due.AnyAsync(user.EmployerId, over, cancellationToken);
            throw new InvalidInputException("on", isDue ? RetentionTexts.AlreadyProposed : RetentionTexts.NothingDue);
        }

        var run = RetentionRun.Propose(user.EmployerId, day, over.InForce.Version, user.Id, desk.Now);
        db.Set<RetentionRun>().Add(run);
        db.Set<RetentionItem>().AddRange(items.Select(item => run.Item(item.Rule, item.Id, item.Case, item.Version)));
        desk.Log(Operations.ProposeRetentionRun, "retention_proposed", run.Id, $"count={items.Count}");
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ShowAsync(run, cancellationToken);
    }
}
