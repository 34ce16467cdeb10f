using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents.Access;
using IncidentReporting.Domain.Incidents;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>What the exposed person's own sharing opens of health, support and ratings.</summary>
internal sealed class HealthSight(Incident incident, IReadOnlyList<CaseRole> roles)
{
    /// <summary>Consequences and support stand for everyone who was hit, so the representative sees them when each of them shares.</summary>
    public bool ShowsConsequences =>
        FieldMask.ShowsAll(FieldGroup.Health, roles)
        || (roles.Any(role => FieldMask.Shows(FieldGroup.Health, Sight.IfShared, role)) && EveryoneShares);

    private bool EveryoneShares
    {
        get
        {
            var persons = incident.Exposed.Where(exposed => exposed.UserId is not null).ToList();
            return persons.Count > 0 && persons.TrueForAll(exposed => exposed.SharesConsequencesWithRepresentative);
        }
    }

    public bool ShowsRatingsOf(Guid exposedId, ICurrentUser user)
    {
        var exposed = incident.Exposed.First(person => person.Id == exposedId);
        return exposed.UserId == user.Id
            || roles.Any(role => FieldMask.Shows(FieldGroup.Adequacy, Sight.IfShared, role)
                && (role == CaseRole.Representative ? exposed.SharesRatingsWithRepresentative : exposed.SharesRatingsWithManager));
    }

    /// <summary>True where an empty list of ratings says that there are none, not that they are kept.</summary>
    public bool ShowsSomeRatings(ICurrentUser user) => incident.Exposed.Any(exposed => ShowsRatingsOf(exposed.Id, user));
}
