using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Application.Incidents.Views;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.SubjectAccess;

/// <summary>Names nobody but the person herself: everyone else by what she or he is to the case.</summary>
internal sealed class MaskedNames(Incident incident, OrgChart chart, ICurrentUser subject, DateTimeOffset now) : INameGiver
{
    public PersonRef Of(UserId id) => id == subject.Id ? new PersonRef(id, chart.Person(id)?.Name ?? string.Empty) : new PersonRef(default, SubjectTexts.Part(PartOf(id)));

    private string PartOf(UserId id)
    {
        var roles = chart.RolesOf(id, now).Where(held => chart.Reach(held.Unit).Contains(incident.UnitId)).Select(held => held.Role).ToHashSet();
        return incident.ExposedAs(id) is not null ? "exposed"
            : incident.ReporterId == id ? "reporter"
            : incident.HandlerId == id || Reach.Managing.Any(roles.Contains) ? "manager"
            : Reach.Representing.Any(roles.Contains) ? "representative"
            : Reach.Coordinating.Any(roles.Contains) ? "coordinator"
            : "colleague";
    }
}
