using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents;

/// <summary>Who the case's parties are right now.</summary>
internal static class OpenCaseParties
{
    public static PartyResolver Parties(this OpenCase open) => new(open.Chart, CasePartiesOf.Incident(open.Incident), open.Now);

    /// <summary>Who handles the case: whom it was handed to, or the responsible manager.</summary>
    public static UserId? Handler(this OpenCase open) => open.Parties().Resolve(Party.Manager).Select(person => (UserId?)person).FirstOrDefault();

    public static UserId? NextManager(this OpenCase open) => open.Parties().Resolve(Party.NextManager).Select(person => (UserId?)person).FirstOrDefault();

    /// <summary>True for a manager or deputy whom the report passes by, such as one who is the counterpart.</summary>
    public static bool IsPassedBy(this OpenCase open, UserId person) =>
        open.Incident.OversightUnitId != open.Incident.UnitId
        && open.Chart.RolesOf(person, open.Now).All(held => held.Role is Role.Employee
            || (held.Role is Role.Manager or Role.Deputy && !IsAtOrAbove(open, held.Unit)));

    private static bool IsAtOrAbove(OpenCase open, UnitId unit) =>
        open.Incident.OversightUnitId is { } oversight && open.Chart.Ancestors(oversight).Prepend(oversight).Contains(unit);
}
