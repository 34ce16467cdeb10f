using IncidentReporting.Application.Access;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Users;
using IncidentReporting.Domain.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Units.GetContacts;

/// <summary>Who answers for a unit today: in the unit itself, or else in the nearest above. With the yearly review of its routine.</summary>
public sealed record GetUnitContactsQuery(UnitId Id) : IQuery<UnitContacts>;

/// <param name="Above">The units above, the nearest first.</param>
/// <param name="RoutineDueAt">When the routine is next to be gone through (R26).</param>
/// <param name="MayReviewRoutine">Whether the caller can note that it was.</param>
public sealed record UnitContacts(
    UnitResult Unit, IReadOnlyList<UnitName> Above, IReadOnlyList<UnitContact> Managers, IReadOnlyList<UnitContact> Deputies,
    IReadOnlyList<UnitContact> Representatives, IReadOnlyList<UnitContact> HeadRepresentatives, DateTimeOffset? RoutineDueAt, bool MayReviewRoutine);

/// <param name="Unit">Where the role is held.</param>
public sealed record UnitContact(UserId Id, string Name, UnitName Unit, bool Away);

internal sealed class GetUnitContactsHandler(IIncidentReportingDb db, IOrgCharts charts, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetUnitContactsQuery, UnitContacts>
{
    public async Task<UnitContacts> Handle(GetUnitContactsQuery request, CancellationToken cancellationToken)
    {
        Operations.ListUnits.Require(user);
        var (employer, now) = (user.EmployerId, time.Now());
        var chart = await charts.OfAsync(employer, cancellationToken);
        var unit = await db.Set<Domain.Organisation.Unit>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id && row.EmployerId == employer, cancellationToken)
            ?? throw new NotFoundException();
        var subject = unit.Id.Value;
        var due = await db.Set<Obligation>()
            .Where(duty => duty.SubjectId == subject && duty.SubjectKind == SubjectKind.Unit && duty.DoneAt == null && duty.CancelledAt == null)
            .Select(duty => (DateTimeOffset?)duty.DueAt).MinAsync(cancellationToken);
        return new UnitContacts(
            UnitResult.Of(unit), [.. chart.Ancestors(unit.Id).Select(above => UserResult.NameOf(chart, above))],
            Holders(Role.Manager), Holders(Role.Deputy, onlyHere: true), Holders(Role.SafetyRepresentative), Holders(Role.HeadSafetyRepresentative),
            due, UnitRoutine.MayReview(user, unit.Id));

        IReadOnlyList<UnitContact> Holders(Role role, bool onlyHere = false)
        {
            foreach (var place in onlyHere ? [unit.Id] : chart.Ancestors(unit.Id).Prepend(unit.Id))
            {
                if (chart.HoldersIn(role, place, now) is { Count: > 0 } holders)
                {
                    return [.. holders.Select(person => new UnitContact(person.Id, NameOf(person), UserResult.NameOf(chart, place), chart.IsAway(person.Id, now)))];
                }
            }

            return [];
        }
    }

    private string NameOf(Person person) =>
        person.HasProtectedIdentity && person.Id != user.Id && !Operations.ReadUser.IsFor(user.Roles) ? ProtectedName.In(user.Language) : person.Name;
}
