using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;

namespace IncidentReporting.Application.Users.Change;

public sealed record ChangeUserCommand(UserId Id, MergePatch<UserFields> Patch, ExpectedVersion Expected) : ICommand<UserResult>, IConditional;

/// <summary>What an administrator can change about a person.</summary>
public sealed record UserFields(
    string? UserName = null, string? Name = null, UnitId? UnitId = null, string? Language = null, bool? Disabled = null, bool? ProtectedIdentity = null);

internal sealed class ChangeUserValidator : AbstractValidator<ChangeUserCommand>
{
    public ChangeUserValidator()
    {
        RuleFor(command => command.Patch).Must(patch => !patch.Mentions("userName") || UserNames.IsOne(patch.Alone().UserName))
            .WithMessage(_ => OrganisationTexts.UserNameEmail).OverridePropertyName("userName");
        RuleFor(command => command.Patch).Must(patch => !patch.Mentions("name") || UserNames.IsName(patch.Alone().Name))
            .WithMessage(_ => OrganisationTexts.NameMissing).OverridePropertyName("name");
        RuleFor(command => command.Patch).Must(patch => UserNames.IsLanguage(patch.Alone().Language))
            .WithMessage(_ => OrganisationTexts.LanguageUnknown).OverridePropertyName("language");
    }
}

internal sealed class ChangeUserHandler(IIncidentReportingDb db, IOrgCharts charts, IAccounts accounts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ChangeUserCommand, UserResult>
{
    public async Task<UserResult> Handle(ChangeUserCommand request, CancellationToken cancellationToken)
    {
        Operations.ChangeUser.Require(user);
        var now = time.Now();
        var chart = await charts.ForChangeAsync(user.EmployerId, cancellationToken);
        var person = await db.PersonAsync(request.Id, user.EmployerId, cancellationToken);
        request.Expected.Check(person.Version);
        var fields = request.Patch.ApplyTo(
            new UserFields(person.Email, person.Name, person.HomeUnitId, person.Language, person.IsDisabled, person.HasProtectedIdentity));
        var unit = fields.UnitId is { } id ? chart.Unit(id) : null;

        person.Rename(fields.Name!.Trim());
        person.MoveTo(unit?.Id ?? throw new InvalidInputException("unitId", OrganisationTexts.UnitUnknown));
        person.Speak(fields.Language);
        person.ProtectIdentity(fields.ProtectedIdentity ?? false);
        person.Disable(fields.Disabled ?? false);
        RoleInputs.RequireAdministrator(chart, person.Id, !person.IsDisabled || !RoleInputs.WasAdministrator(chart, person.Id, now), now);
        if (fields.UserName!.Trim() != person.Email)
        {
            person.ReachAt(fields.UserName.Trim());
            await accounts.RenameAsync(person.Id, person.Email, cancellationToken);
        }

        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, Role.Administrator, "user_changed", person.Id.Value, now, string.Join(' ', request.Patch.Members)));
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        return await db.ResultAsync(person, chart, cancellationToken);
    }
}
