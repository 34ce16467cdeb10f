using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Users.GetAbsences;

/// <summary>The days when a person is away, and who acts for her meanwhile; for herself and for administrators.</summary>
public sealed record GetAbsencesQuery(UserId Id) : IQuery<AbsencesResult>;

/// <param name="Deputies">Where she is the manager: who acts while she is away. Where nobody is named, the next manager does.</param>
public sealed record AbsencesResult(IReadOnlyList<AbsenceResult> Items, IReadOnlyList<DeputyResult> Deputies);

/// <param name="Names">Empty where the unit has no deputy today.</param>
public sealed record DeputyResult(UnitName Unit, IReadOnlyList<string> Names);

internal sealed class GetAbsencesHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time) : IRequestHandler<GetAbsencesQuery, AbsencesResult>
{
    public async Task<AbsencesResult> Handle(GetAbsencesQuery request, CancellationToken cancellationToken)
    {
        Operations.ReadAbsences.Require(user);
        var isAdministrator = Operations.ChangeUser.IsFor(user.Roles);
        if (request.Id != user.Id && !isAdministrator)
        {
            throw new NotAllowedException();
        }

        var person = await db.PersonAsync(request.Id, user.EmployerId, cancellationToken);
        var chart = await charts.OfAsync(user.EmployerId, cancellationToken);
        var now = time.Now();
        var absences = await db.Set<Absence>().AsNoTracking().Where(absence => absence.UserId == person.Id).ToListAsync(cancellationToken);
        return new AbsencesResult(
            [.. absences.OrderBy(absence => absence.From).Select(absence => new AbsenceResult(absence.From, absence.To))],
            [
                .. chart.RolesOf(person.Id, now).Where(held => held.Role == Role.Manager)
                    .Select(held => new DeputyResult(
                        UserResult.NameOf(chart, held.Unit),
                        [.. chart.HoldersIn(Role.Deputy, held.Unit, now).Select(deputy => deputy.HasProtectedIdentity && !isAdministrator ? ProtectedName.In(user.Language) : deputy.Name)])),
            ]);
    }
}
