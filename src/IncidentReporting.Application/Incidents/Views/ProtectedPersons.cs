using IncidentReporting.Application.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Incidents.Views;

/// <summary>Who was hit in a case with protected identity has an alias to everyone but herself: a name that tells nobody, and an id that leads nowhere else.</summary>
internal static class ProtectedPersons
{
    /// <summary>The alias; null where the person is shown by name.</summary>
    public static PersonRef? AliasOf(this Incident incident, UserId person, UserId reader) =>
        !incident.HidesIdentities || person == reader
            ? null
            : Find([.. incident.Exposed.Select(exposed => new Hit(exposed.Id, exposed.UserId))], person);

    /// <summary>The aliases in those of the cases that hide identities, for lists that reach over several cases.</summary>
    public static async Task<Aliases> AliasesInAsync(
        this IIncidentReportingDb db, IEnumerable<IncidentId?> cases, ICurrentUser reader, CancellationToken cancellationToken)
    {
        List<IncidentId> ids = [.. cases.OfType<IncidentId>().Distinct()];
        var hiding = ids.Count == 0
            ? []
            : await db.Set<Incident>().AsNoTracking().Hiding().Where(incident => ids.Contains(incident.Id))
                .Select(incident => new { incident.Id, Hit = incident.Exposed.Select(exposed => new Hit(exposed.Id, exposed.UserId)).ToList() })
                .ToListAsync(cancellationToken);
        return new Aliases(hiding.ToDictionary(incident => incident.Id, incident => (IReadOnlyList<Hit>)incident.Hit), reader.Id);
    }

    /// <summary>Cases that hide who was hit in them.</summary>
    public static IQueryable<Incident> Hiding(this IQueryable<Incident> incidents) =>
        incidents.Where(incident => incident.Report.ProtectedIdentity && incident.State != IncidentState.Draft);

    private static PersonRef? Find(IReadOnlyList<Hit> hit, UserId person)
    {
        var persons = hit.Where(one => one.UserId is not null).OrderBy(one => one.Id).ToList();
        var place = persons.FindIndex(one => one.UserId == person);
        return place < 0 ? null : new PersonRef(
            new UserId(persons[place].Id), persons.Count == 1 ? IncidentTexts.ProtectedExposed : IncidentTexts.ProtectedExposedOf(place + 1));
    }

    internal sealed record Hit(Guid Id, UserId? UserId);

    internal sealed class Aliases(IReadOnlyDictionary<IncidentId, IReadOnlyList<Hit>> hiding, UserId reader)
    {
        public PersonRef? Of(IncidentId? incident, UserId person) =>
            incident is { } id && person != reader && hiding.TryGetValue(id, out var hit) ? Find(hit, person) : null;
    }
}
