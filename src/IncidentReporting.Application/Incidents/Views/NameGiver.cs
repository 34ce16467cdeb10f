using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>
/// Names people. Who was hit in a case with protected identity has an alias to everyone but herself; any other person with protected identity
/// to everyone but herself and those who handle the case.
/// </summary>
internal sealed class NameGiver(OrgChart chart, ICurrentUser user, IReadOnlyList<CaseRole> roles, Incident? incident) : INameGiver
{
    public PersonRef Of(UserId id)
    {
        if (incident?.AliasOf(id, user.Id) is { } alias)
        {
            return alias;
        }

        var person = chart.Person(id);
        var hidden = person is null || (person.HasProtectedIdentity && id != user.Id && !FieldMask.ShowsAll(FieldGroup.Handling, roles));
        return new PersonRef(id, hidden ? IncidentTexts.ProtectedPerson : person!.Name);
    }
}

/// <summary>By what name a person stands in what is shown.</summary>
internal interface INameGiver
{
    PersonRef Of(UserId id);
}
