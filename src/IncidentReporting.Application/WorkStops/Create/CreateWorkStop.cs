using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.WorkStops;
using MediatR;

namespace IncidentReporting.Application.WorkStops.Create;

/// <summary>A safety representative has stopped work and records it.</summary>
/// <param name="UnitId">Null is the unit where the caller is representative.</param>
/// <param name="StartedAt">When work was stopped; null is now.</param>
/// <param name="EmployerContactedAt">When the employer was told.</param>
public sealed record CreateWorkStopCommand(
    UnitId? UnitId, IncidentId? IncidentId, DateOrTime? StartedAt, bool LoneWork, CaseText? Scope, CaseText? Grounds,
    DateOrTime? EmployerContactedAt, DateOrTime? AvContactedAt) : ICommand<WorkStopView>;

internal sealed class CreateWorkStopValidator : AbstractValidator<CreateWorkStopCommand>
{
    public CreateWorkStopValidator()
    {
        RuleFor(command => command.Scope).NotNull().WithMessage(_ => ObligationTexts.Get("TextMissing"));
        RuleFor(command => command.Scope).Must(IsShortEnough).WithMessage(_ => ObligationTexts.Format("TextLength", WorkStop.TextLength));
        RuleFor(command => command.Grounds).NotNull().WithMessage(_ => ObligationTexts.Get("TextMissing"));
        RuleFor(command => command.Grounds).Must(IsShortEnough).WithMessage(_ => ObligationTexts.Format("TextLength", WorkStop.TextLength));
    }

    private static bool IsShortEnough(CaseText? text) => text is null || text.Value.Length <= WorkStop.TextLength;
}

internal sealed class CreateWorkStopHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CreateWorkStopCommand, WorkStopView>
{
    public async Task<WorkStopView> Handle(CreateWorkStopCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        chart.RequireKnown(request.UnitId);
        var unit = user.UnitToRepresent(request.UnitId);
        await db.RequireLinkableAsync(request.IncidentId, user, cancellationToken);
        var startedAt = WorkStopAccess.Instant(request.StartedAt, "startedAt", chart, now) ?? now;
        var stop = WorkStop.Start(user.EmployerId, unit, request.IncidentId, startedAt, request.LoneWork, request.Scope!, request.Grounds!, user.Id, now);
        stop.Record(
            WorkStopAccess.Instant(request.EmployerContactedAt, "employerContactedAt", chart, now),
            WorkStopAccess.Instant(request.AvContactedAt, "avContactedAt", chart, now), endedAt: null, outcome: null);
        db.Set<WorkStop>().Add(stop);
        db.Set<LogEntry>().Add(RequestLog.Change(user, "work_stopped", stop.Id.Value, stop.UnitId, stop.IncidentId, "scope,grounds", now));
        await db.SaveChangesAsync(cancellationToken);
        return WorkStopView.Of(stop, chart, await db.KnownCasesAsync([stop.IncidentId], user, cancellationToken));
    }
}
