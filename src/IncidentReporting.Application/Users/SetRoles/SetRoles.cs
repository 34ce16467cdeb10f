using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Users.SetRoles;

/// <summary>Replaces all roles of a person.</summary>
public sealed record SetRolesCommand(UserId Id, IReadOnlyList<RoleInput>? Roles) : ICommand<UserResult>;

internal sealed class SetRolesValidator : AbstractValidator<SetRolesCommand>
{
    public SetRolesValidator()
    {
        RuleFor(command => command.Roles).NotNull().WithMessage(_ => OrganisationTexts.Required);
        RuleFor(command => command.Roles).Must(roles => roles is null || roles.Count <= RoleInputValidator.Most).WithMessage(_ => OrganisationTexts.TooMany(RoleInputValidator.Most));
        RuleForEach(command => command.Roles).SetValidator(new RoleInputValidator());
    }
}

internal sealed class SetRolesHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<SetRolesCommand, UserResult>
{
    public async Task<UserResult> Handle(SetRolesCommand request, CancellationToken cancellationToken)
    {
        Operations.SetRoles.Require(user);
        var now = time.Now();
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var person = await db.PersonAsync(request.Id, user.EmployerId, cancellationToken);
        var roles = request.Roles!.ToAssignments(person.Id, chart, now);
        var staysAdministrator = roles.Any(role => role.Role == Role.Administrator && role.HoldsOn(chart.DayOf(now)));
        RoleInputs.RequireAdministrator(chart, person.Id, staysAdministrator || !RoleInputs.WasAdministrator(chart, person.Id, now), now);

        db.Set<RoleAssignment>().RemoveRange(await db.Set<RoleAssignment>().Where(role => role.UserId == person.Id).ToListAsync(cancellationToken));
        db.Set<RoleAssignment>().AddRange(roles);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "roles_set", person.Id.Value, now, RoleCodes.Of(roles)));
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ResultAsync(person, chart, cancellationToken);
    }
}
