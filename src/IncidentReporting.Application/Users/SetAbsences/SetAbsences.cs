using FluentValidation;
using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Users.SetAbsences;

/// <summary>Replaces the days when a person is away; by herself or by an administrator.</summary>
public sealed record SetAbsencesCommand(UserId Id, IReadOnlyList<AbsenceInput>? Absences) : ICommand<Listing<AbsenceResult>>;

/// <summary>Whole days, the first and the last included.</summary>
public sealed record AbsenceInput(DateOnly? From = null, DateOnly? To = null);

internal sealed class SetAbsencesValidator : AbstractValidator<SetAbsencesCommand>
{
    private const int Most = 100;

    public SetAbsencesValidator()
    {
        RuleFor(command => command.Absences).NotNull().WithMessage(_ => OrganisationTexts.Required);
        RuleFor(command => command.Absences).Must(absences => absences is null || absences.Count <= Most).WithMessage(_ => OrganisationTexts.TooMany(Most));
        RuleForEach(command => command.Absences).ChildRules(absence =>
        {
            absence.RuleFor(days => days.From).NotNull().WithMessage(_ => OrganisationTexts.DayMissing);
            absence.RuleFor(days => days.To).NotNull().WithMessage(_ => OrganisationTexts.DayMissing);
            absence.RuleFor(days => days.To).Must((days, to) => to is null || days.From is null || to >= days.From).WithMessage(_ => OrganisationTexts.PeriodBackwards);
        });
    }
}

internal sealed class SetAbsencesHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<SetAbsencesCommand, Listing<AbsenceResult>>
{
    public async Task<Listing<AbsenceResult>> Handle(SetAbsencesCommand request, CancellationToken cancellationToken)
    {
        Operations.SetAbsences.Require(user);
        var isAdministrator = Operations.ChangeUser.IsFor(user.Roles);
        if (request.Id != user.Id && !isAdministrator)
        {
            throw new NotAllowedException();
        }

        var now = time.Now();
        var person = await db.PersonAsync(request.Id, user.EmployerId, cancellationToken);
        var absences = request.Absences!.Select(days => Absence.Create(Guid.CreateVersion7(now), person.Id, days.From!.Value, days.To!.Value)).ToList();

        db.Set<Absence>().RemoveRange(await db.Set<Absence>().Where(absence => absence.UserId == person.Id).ToListAsync(cancellationToken));
        db.Set<Absence>().AddRange(absences);
        db.Set<LogEntry>().Add(OrganisationLog.Entry(user, isAdministrator ? Role.Administrator : null, "absences_set", person.Id.Value, now));
        charts.Changed(user.EmployerId);
        await db.SaveChangesAsync(cancellationToken);
        return Listing.Whole<AbsenceResult>([.. absences.OrderBy(absence => absence.From).Select(absence => new AbsenceResult(absence.From, absence.To))]);
    }
}
