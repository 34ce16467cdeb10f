using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Users;
using MediatR;

namespace IncidentReporting.Application.Accounts.ChangeLanguage;

/// <summary>The language that the caller's mails are written in.</summary>
/// <param name="Locale">sv or en; null follows the employer.</param>
public sealed record ChangeLanguageCommand(string? Locale) : ICommand;

internal sealed class ChangeLanguageValidator : AbstractValidator<ChangeLanguageCommand>
{
    public ChangeLanguageValidator() => RuleFor(command => command.Locale).Must(UserNames.IsLanguage).WithMessage(_ => OrganisationTexts.LanguageUnknown);
}

internal sealed class ChangeLanguageHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<ChangeLanguageCommand, Unit>
{
    public async Task<Unit> Handle(ChangeLanguageCommand request, CancellationToken cancellationToken)
    {
        Operations.ChangeLanguage.Require(user);
        var person = await db.PersonAsync(user.Id, user.EmployerId, cancellationToken);
        person.Speak(request.Locale);
        db.Set<LogEntry>().Add(AccountLog.Entry(user.EmployerId, user.Id, "language_changed", user.Id.Value, time.Now()));
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
