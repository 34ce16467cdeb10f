using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Retention;
using MediatR;

namespace IncidentReporting.Application.Retention.Settle;

/// <summary>Lets a run that somebody else has proposed begin. What it erases cannot be brought back.</summary>
public sealed record ReleaseRetentionRunCommand(Guid Id) : ICommand<RetentionRunResult>;

/// <summary>Ends a proposed run without erasing anything.</summary>
public sealed record RefuseRetentionRunCommand(Guid Id, CaseText? Reason) : ICommand<RetentionRunResult>;

internal sealed class RefuseRetentionRunValidator : AbstractValidator<RefuseRetentionRunCommand>
{
    public RefuseRetentionRunValidator() => RuleFor(command => command.Reason).Must(reason => reason is { Value.Length: <= RetentionRun.ReasonLength })
        .WithMessage(_ => RetentionTexts.ReasonMissing).OverridePropertyName("reason");
}

internal sealed class SettleRetentionRunHandler(IIncidentReportingDb db, RetentionDesk desk, RetentionRunReader reader, ICurrentUser user)
    : IRequestHandler<ReleaseRetentionRunCommand, RetentionRunResult>, IRequestHandler<RefuseRetentionRunCommand, RetentionRunResult>
{
    public async Task<RetentionRunResult> Handle(ReleaseRetentionRunCommand request, CancellationToken cancellationToken)
    {
        Operations.ReleaseRetentionRun.Require(user);
        var run = await desk.RunAsync(request.Id, cancellationToken);
        run.Release(user.Id, await desk.PolicyAsync(cancellationToken), desk.Now);
        desk.Log(Operations.ReleaseRetentionRun, "retention_released", run.Id, string.Empty);
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ShowAsync(run, cancellationToken);
    }

    public async Task<RetentionRunResult> Handle(RefuseRetentionRunCommand request, CancellationToken cancellationToken)
    {
        Operations.RefuseRetentionRun.Require(user);
        var run = await desk.RunAsync(request.Id, cancellationToken);
        run.Refuse(request.Reason!, user.Id, desk.Now);
        desk.Log(Operations.RefuseRetentionRun, "retention_refused", run.Id, string.Empty);
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ShowAsync(run, cancellationToken);
    }
}
