using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.WorkStops;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.WorkStops.Update;

/// <summary>What has happened since: who was contacted, when it ended and how. What is not mentioned stays.</summary>
public sealed record UpdateWorkStopCommand(
    WorkStopId Id, DateOrTime? EmployerContactedAt, DateOrTime? AvContactedAt, DateOrTime? EndedAt, CaseText? Outcome, ExpectedVersion Expected)
    : ICommand<WorkStopView>, IConditional;

internal sealed class UpdateWorkStopValidator : AbstractValidator<UpdateWorkStopCommand>
{
    public UpdateWorkStopValidator() =>
        RuleFor(command => command.Outcome).Must(text => text is null || text.Value.Length <= WorkStop.TextLength)
            .WithMessage(_ => ObligationTexts.Format("TextLength", WorkStop.TextLength));
}

internal sealed class UpdateWorkStopHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<UpdateWorkStopCommand, WorkStopView>
{
    public async Task<WorkStopView> Handle(UpdateWorkStopCommand request, CancellationToken cancellationToken)
    {
        var stop = await db.WorkStopsSeenBy(user).SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        if (!user.Represented().Contains(stop.UnitId))
        {
            throw new NotAllowedException();
        }

        request.Expected.Check(stop.Version);
        var now = time.Now();
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        stop.Record(
            WorkStopAccess.Instant(request.EmployerContactedAt, "employerContactedAt", chart, now),
            WorkStopAccess.Instant(request.AvContactedAt, "avContactedAt", chart, now),
            WorkStopAccess.Instant(request.EndedAt, "endedAt", chart, now), request.Outcome);
        db.Set<LogEntry>().Add(RequestLog.Change(user, "work_stop_recorded", stop.Id.Value, stop.UnitId, stop.IncidentId, request.Outcome is null ? "times" : "times,outcome", now));
        await db.SaveChangesAsync(cancellationToken);
        return WorkStopView.Of(stop, chart, await db.KnownCasesAsync([stop.IncidentId], user, cancellationToken));
    }
}
