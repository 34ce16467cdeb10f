using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Where each unit belonged in a calendar year, and the nodes above each employer.</summary>
internal sealed class Places
{
    private readonly Dictionary<Guid, Guid> _employers;

    private Places(IReadOnlyList<StatPlace> places)
    {
        _employers = places.ToDictionary(place => place.UnitId, place => place.EmployerId);
        Above = places.DistinctBy(place => place.EmployerId).ToDictionary(
            place => place.EmployerId,
            place => (IReadOnlyList<Guid>)[.. StatNode.Above(new EmployerId(place.EmployerId), place.Sector, place.County).Skip(1).Select(node => node.Key)]);
    }

    /// <summary>By employer: its county, its sector, both, and the country.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Above { get; }

    public Guid EmployerOf(Guid unit) => _employers[unit];

    /// <summary>The places of the year; a unit that has none yet gets today's, and keeps it.</summary>
    public static async Task<Places> OfAsync(AppDb db, int year, CancellationToken cancellationToken)
    {
        var places = await db.Set<StatPlace>().AsNoTracking().Where(place => place.Year == year).ToListAsync(cancellationToken);
        var placed = places.Select(place => place.UnitId).ToHashSet();
        var employers = places.DistinctBy(place => place.EmployerId).ToDictionary(place => place.EmployerId);
        var units = await (from unit in db.Set<Unit>().AsNoTracking()
                           join employer in db.Set<Employer>() on unit.EmployerId equals employer.Id
                           select new { unit.Id, unit.EmployerId, employer.Sector, employer.County }).ToListAsync(cancellationToken);
        var added = units.Where(unit => !placed.Contains(unit.Id.Value)).Select(unit => new StatPlace
        {
            Year = year,
            UnitId = unit.Id.Value,
            EmployerId = unit.EmployerId.Value,

            // An employer has one sector and county a year: that of its first unit placed.
            Sector = employers.TryGetValue(unit.EmployerId.Value, out var first) ? first.Sector : unit.Sector,
            County = first is null ? unit.County : first.County,
        }).ToList();
        if (added.Count > 0)
        {
            db.Set<StatPlace>().AddRange(added);
            await db.SaveChangesAsync(cancellationToken);
            db.ClearTracked();
        }

        return new Places([.. places, .. added]);
    }
}
