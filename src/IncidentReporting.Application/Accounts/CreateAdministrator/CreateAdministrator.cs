using FluentValidation;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Unit = IncidentReporting.Domain.Organisation.Unit;

namespace IncidentReporting.Application.Accounts.CreateAdministrator;

/// <summary>The first way in: an administrator, and her employer where it is not there yet. Only for whoever runs the program.</summary>
/// <param name="Employer">Null where there is exactly one.</param>
public sealed record CreateAdministratorCommand(string UserName, string Name, string? Employer, string Sector, string Password) : ICommand<CreateAdministratorResult>
{
    public override string ToString() => nameof(CreateAdministratorCommand);
}

public sealed record CreateAdministratorResult(UserId Id, EmployerId EmployerId, bool MadeEmployer);

internal sealed class CreateAdministratorValidator : AbstractValidator<CreateAdministratorCommand>
{
    public CreateAdministratorValidator()
    {
        RuleFor(command => command.UserName).EmailAddress().MaximumLength(Person.EmailLength).WithMessage(_ => AccountTexts.UserNameMissing);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Person.NameLength);
        RuleFor(command => command.Employer).MaximumLength(Employer.NameLength);
        RuleFor(command => command.Password).NotEmpty().WithMessage(_ => AccountTexts.PasswordMissing);
    }
}

internal sealed class CreateAdministratorHandler(IIncidentReportingDb db, IAccounts accounts, IOrgCharts charts, TimeProvider time)
    : IRequestHandler<CreateAdministratorCommand, CreateAdministratorResult>
{
    public async Task<CreateAdministratorResult> Handle(CreateAdministratorCommand request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (employer, top, isNew) = await FindOrMakeAsync(request, now, cancellationToken);
        var person = Person.Create(UserId.New(now), employer.Id, top, request.Name, request.UserName.Trim());
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, employer.Zone()).DateTime);
        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(now), person.Id, Role.Administrator, top, today));
        db.Set<LogEntry>().Add(AccountLog.Entry(employer.Id, person.Id, "administrator_created", person.Id.Value, now));
        await db.SaveChangesAsync(cancellationToken);
        await accounts.CreateAsync(person.Id, person.Email, request.Password, cancellationToken);
        charts.Changed(employer.Id);
        return new CreateAdministratorResult(person.Id, employer.Id, isNew);
    }

    private async Task<(Employer Employer, UnitId Top, bool IsNew)> FindOrMakeAsync(
        CreateAdministratorCommand request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Set<Employer>().Where(employer => request.Employer == null || employer.Name == request.Employer).Take(2).ToListAsync(cancellationToken);
        if (known is [var only])
        {
            return (only, (await charts.OfAsync(only.Id, cancellationToken)).Top.Id, IsNew: false);
        }

        if (request.Employer is not { } name)
        {
            throw new InvalidInputException("employer", AccountTexts.EmployerMissing);
        }

        var made = Employer.Create(EmployerId.New(now), name, request.Sector);
        var top = Unit.Create(UnitId.New(now), made.Id, parentId: null, name);
        db.Set<Employer>().Add(made);
        db.Set<Unit>().Add(top);
        return (made, top.Id, IsNew: true);
    }
}
