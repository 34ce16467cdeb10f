using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Application.Units.ReviewRoutine;

/// <summary>A manager has gone through her unit's routine against threats and violence, and perhaps practised it; the yearly duty (R26) starts anew.</summary>
public sealed record ReviewRoutineCommand(UnitId Id, DateOnly? ReviewedOn, DateOnly? DrilledOn) : ICommand<UnitResult>;

internal sealed class ReviewRoutineValidator : AbstractValidator<ReviewRoutineCommand>
{
    public ReviewRoutineValidator(TimeProvider time)
    {
        RuleFor(command => command.ReviewedOn).NotNull().WithMessage(_ => OrganisationTexts.DayMissing);
        RuleFor(command => command.ReviewedOn).NotInFuture(time);
        RuleFor(command => command.DrilledOn).NotInFuture(time);
    }
}

internal sealed class ReviewRoutineHandler(IIncidentReportingDb db, IOrgCharts charts, CaseObligations obligations, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ReviewRoutineCommand, UnitResult>
{
    public async Task<UnitResult> Handle(ReviewRoutineCommand request, CancellationToken cancellationToken)
    {
        Operations.ReviewRoutine.Require(user);
        var (employer, now) = (user.EmployerId, time.Now());
        var unit = await db.Set<Unit>().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken) ?? throw new NotFoundException();
        if (!UnitRoutine.MayReview(user, unit.Id))
        {
            throw new NotAllowedException();
        }

        var chart = await charts.ForChangeAsync(employer, cancellationToken);
        unit.ReviewRoutine(request.ReviewedOn);
        if (request.DrilledOn is { } drilled)
        {
            unit.Drill(drilled);
        }

        await obligations.RemindOfRoutineAsync(unit, chart.DayOf(now), now, cancellationToken);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, role: null, "routine_reviewed", unit.Id.Value, now));
        charts.Changed(employer);
        await db.SaveChangesAsync(cancellationToken);
        return UnitResult.Of(unit);
    }
}
