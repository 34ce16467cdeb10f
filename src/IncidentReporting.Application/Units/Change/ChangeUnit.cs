using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Application.Units.Change;

public sealed record ChangeUnitCommand(UnitId Id, MergePatch<UnitFields> Patch, ExpectedVersion Expected) : ICommand<UnitResult>, IConditional;

internal sealed class ChangeUnitValidator : AbstractValidator<ChangeUnitCommand>
{
    public ChangeUnitValidator() =>
        RuleFor(command => command.Patch)
            .Must(patch => !patch.Mentions("name") || (patch.Alone().Name is { Length: <= Unit.NameLength } name && !string.IsNullOrWhiteSpace(name)))
            .WithMessage(_ => OrganisationTexts.NameMissing)
            .OverridePropertyName("name");
}

internal sealed class ChangeUnitHandler(IIncidentReportingDb db, IOrgCharts charts, CaseObligations obligations, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ChangeUnitCommand, UnitResult>
{
    public async Task<UnitResult> Handle(ChangeUnitCommand request, CancellationToken cancellationToken)
    {
        Operations.ChangeUnit.Require(user);
        var employer = user.EmployerId;
        var chart = await charts.ForChangeAsync(employer, cancellationToken);
        var unit = await db.Set<Unit>().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken) ?? throw new NotFoundException();
        request.Expected.Check(unit.Version);

        Change(unit, chart, request.Patch);

        var now = time.Now();
        if (request.Patch.Mentions("routineReviewedOn") || request.Patch.Mentions("closed"))
        {
            await obligations.RemindOfRoutineAsync(unit, chart.DayOf(now), now, cancellationToken);
        }

        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "unit_changed", unit.Id.Value, now, string.Join(' ', request.Patch.Members)));
        charts.Changed(employer);
        await db.SaveChangesAsync(cancellationToken);
        return UnitResult.Of(unit);
    }

    private static void Change(Unit unit, OrgChart chart, MergePatch<UnitFields> patch)
    {
        var fields = patch.ApplyTo(new UnitFields(unit.Name, unit.ParentId, unit.RoutineReviewedOn, unit.LastDrillOn, unit.IsClosed));
        unit.Rename(fields.Name!.Trim());
        unit.ReviewRoutine(fields.RoutineReviewedOn);
        unit.Drill(fields.LastDrillOn);
        if (fields.ParentId != unit.ParentId)
        {
            var parent = fields.ParentId is { } id ? chart.Unit(id) : null;
            unit.MoveTo(parent?.Id ?? throw new InvalidInputException("parentId", OrganisationTexts.UnitUnknown), chart);
        }

        if ((fields.Closed ?? false) != unit.IsClosed)
        {
            unit.Close(fields.Closed ?? false);
        }
    }
}
