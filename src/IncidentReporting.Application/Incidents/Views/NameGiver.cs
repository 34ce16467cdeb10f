using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>Names people. A person with protected identity has an alias for everyone but herself and those who handle the case.</summary>
internal sealed class NameGiver(OrgChart chart, ICurrentUser user, IReadOnlyList<CaseRole> roles)
{
    public PersonRef Of(UserId id)
    {
        var person = chart.Person(id);
        var hidden = person is null || (person.HasProtectedIdentity && id != user.Id && !FieldMask.ShowsAll(FieldGroup.Handling, roles));
        return new PersonRef(id, hidden ? IncidentTexts.ProtectedPerson : person!.Name);
    }
}
