using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Application.Units.Create;

/// <param name="ParentId">Null places the unit right below the employer.</param>
public sealed record CreateUnitCommand(string? Name, UnitId? ParentId) : ICommand<UnitResult>;

internal sealed class CreateUnitValidator : AbstractValidator<CreateUnitCommand>
{
    public CreateUnitValidator() =>
        RuleFor(command => command.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Unit.NameLength).WithMessage(_ => OrganisationTexts.NameMissing);
}

internal sealed class CreateUnitHandler(IIncidentReportingDb db, IOrgCharts charts, CaseObligations obligations, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CreateUnitCommand, UnitResult>
{
    public async Task<UnitResult> Handle(CreateUnitCommand request, CancellationToken cancellationToken)
    {
        Operations.CreateUnit.Require(user);
        var now = time.Now();
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var parent = chart.Unit(request.ParentId ?? chart.Top.Id) ?? throw new InvalidInputException("parentId", OrganisationTexts.UnitUnknown);

        var unit = Unit.Create(UnitId.New(now), user.EmployerId, parent.Id, request.Name!.Trim());

        db.Set<Unit>().Add(unit);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "unit_created", unit.Id.Value, now));
        await obligations.RemindOfRoutineAsync(unit, chart.DayOf(now), now, cancellationToken);
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        return UnitResult.Of(unit);
    }
}
