using IncidentReporting.Application.Common;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Units;

/// <summary>The yearly review of a unit's security routine (R26), counted from the last review or the day the unit was made.</summary>
internal static class UnitRoutine
{
    /// <summary>Those who manage the unit, and administrators.</summary>
    public static bool MayReview(ICurrentUser user, UnitId unit) =>
        user.Managed().Contains(unit) || user.Roles.Any(held => held.Role == Role.Administrator);

    public static Task RemindOfRoutineAsync(this CaseObligations obligations, Unit unit, DateOnly today, DateTimeOffset now, CancellationToken ct) =>
        obligations.FindAnewAsync(
            new ObligationSubject(unit.EmployerId, SubjectKind.Unit, unit.Id.Value, unit.Id, IncidentId: null),
            new CaseParties { UnitId = unit.Id },
            (policy, calendar) => ObligationEngine.PlanUnitRoutine(
                new UnitRoutineFacts(unit.RoutineReviewedOn ?? today, unit.IsClosed ? now : null), policy, calendar),
            ct);
}
