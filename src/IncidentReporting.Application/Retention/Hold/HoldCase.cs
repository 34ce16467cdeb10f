using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Log;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Retention.Hold;

/// <summary>Keeps a case from being erased, for instance while a court may ask for it. Shows nothing of the case.</summary>
public sealed record HoldCaseCommand(CaseReference Case, CaseText? Reason) : ICommand<HoldResult>;

/// <summary>Lets a case follow the rules of retention again.</summary>
public sealed record LetGoOfCaseCommand(CaseReference Case) : ICommand<HoldResult>;

/// <param name="HeldAt">Null when the case is not kept from being erased.</param>
public sealed record HoldResult(IncidentId Id, string? Number, DateTimeOffset? HeldAt);

internal sealed class HoldCaseValidator : AbstractValidator<HoldCaseCommand>
{
    public HoldCaseValidator() => RuleFor(command => command.Reason).Must(reason => reason is { Value.Length: <= RetentionRun.ReasonLength })
        .WithMessage(_ => RetentionTexts.ReasonMissing).OverridePropertyName("reason");
}

internal sealed class HoldCaseHandler(IIncidentReportingDb db, RetentionDesk desk, ICurrentUser user)
    : IRequestHandler<HoldCaseCommand, HoldResult>, IRequestHandler<LetGoOfCaseCommand, HoldResult>
{
    private static readonly Role[] Deciding = [.. Reach.Coordinating, Role.DataProtectionOfficer];

    /// <summary>True for whoever may keep any case at all; each is asked for anew.</summary>
    internal static bool MayHold(ICurrentUser user) => user.ReachOf(Deciding).Any();

    public Task<HoldResult> Handle(HoldCaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Case, (incident, actor) => incident.Hold(command.Reason!, actor), cancellationToken);

    public Task<HoldResult> Handle(LetGoOfCaseCommand command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Case, (incident, actor) => incident.ReleaseHold(actor), cancellationToken);

    private async Task<HoldResult> ChangeAsync(CaseReference reference, Action<Incident, Actor> change, CancellationToken cancellationToken)
    {
        var incident = await db.Set<Incident>().HoldableBy(user, user.ReachOf(Deciding).ToList()).Named(reference).SingleOrDefaultAsync(cancellationToken)
            ?? throw (await db.Set<Incident>().ReadableBy(user).Named(reference).AnyAsync(cancellationToken) ? new NotAllowedException() : (Exception)new NotFoundException());
        var coordinates = user.ReachOf(Reach.Coordinating).Contains(incident.UnitId);
        change(incident, new Actor(user.Id, coordinates ? CaseRole.Coordinator : CaseRole.DataProtectionOfficer, desk.Now));
        foreach (var happened in incident.TakeEvents())
        {
            db.Set<LogEntry>().Add(CaseLog.Of(incident, happened));
        }

        await db.SaveChangesAsync(cancellationToken);
        return new HoldResult(incident.Id, incident.Number, incident.HeldAt);
    }
}
