using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Users.Create;

/// <param name="UserName">The email address; mails go there.</param>
/// <param name="Password">The first one; the person changes it.</param>
/// <param name="UnitId">Where the person works.</param>
public sealed record CreateUserCommand(string? UserName, string? Name, string? Password, UnitId? UnitId, string? Language, IReadOnlyList<RoleInput>? Roles) : ICommand<UserResult>
{
    public override string ToString() => nameof(CreateUserCommand);
}

internal sealed class CreateUserValidator : AbstractValidator<CreateUserCommand>
{
    private const int LongestPassword = 200;

    public CreateUserValidator()
    {
        RuleFor(command => command.UserName).Must(UserNames.IsOne).WithMessage(_ => OrganisationTexts.UserNameEmail);
        RuleFor(command => command.Name).Must(UserNames.IsName).WithMessage(_ => OrganisationTexts.NameMissing);
        RuleFor(command => command.Password).NotEmpty().WithMessage(_ => AccountTexts.PasswordMissing).MaximumLength(LongestPassword).WithMessage(_ => AccountTexts.PasswordLong);
        RuleFor(command => command.UnitId).NotNull().WithMessage(_ => OrganisationTexts.UnitUnknown);
        RuleFor(command => command.Language).Must(UserNames.IsLanguage).WithMessage(_ => OrganisationTexts.LanguageUnknown);
        RuleFor(command => command.Roles).Must(roles => roles is null || roles.Count <= RoleInputValidator.Most).WithMessage(_ => OrganisationTexts.TooMany(RoleInputValidator.Most));
        RuleForEach(command => command.Roles).SetValidator(new RoleInputValidator());
    }
}

internal sealed class CreateUserHandler(IIncidentReportingDb db, IOrgCharts charts, IAccounts accounts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CreateUserCommand, UserResult>
{
    public async Task<UserResult> Handle(CreateUserCommand request, CancellationToken cancellationToken)
    {
        Operations.CreateUser.Require(user);
        var now = time.Now();
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var unit = chart.Unit(request.UnitId!.Value) ?? throw new InvalidInputException("unitId", OrganisationTexts.UnitUnknown);
        var userName = request.UserName!.Trim();

        var person = Person.Create(UserId.New(now), user.EmployerId, unit.Id, request.Name!.Trim(), userName, request.Language);
        var roles = (request.Roles ?? []).ToAssignments(person.Id, chart, now);

        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().AddRange(roles);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "user_created", person.Id.Value, now, RoleCodes.Of(roles)));
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        await accounts.CreateAsync(person.Id, userName, request.Password!, cancellationToken);
        return UserResult.Of(person, chart, roles, []);
    }
}
