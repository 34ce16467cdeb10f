using System.Collections.Concurrent;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace IncidentReporting.Infrastructure.Statistics;

/// <summary>Makes the facts follow their incidents within the same save: whatever changes a case, the statistics cannot be forgotten.</summary>
internal static class FactSync
{
    // An employer's time zone is set when it is made.
    private static readonly ConcurrentDictionary<EmployerId, WorkCalendar> Calendars = new();

    public static async Task ApplyAsync(AppDb db, CancellationToken cancellationToken)
    {
        var changed = db.ChangeTracker.Entries<Incident>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            // What stands of an erased case stands as it was.
            .Where(entry => entry.Entity.ErasedAt is null).ToList();
        foreach (var entry in changed)
        {
            var facts = entry.State == EntityState.Deleted ? null : IncidentFacts.Of(entry.Entity, await CalendarAsync(db, entry.Entity.EmployerId, cancellationToken));
            await ApplyAsync(db, entry, facts, cancellationToken);
        }
    }

    private static async Task ApplyAsync(AppDb db, EntityEntry<Incident> entry, IncidentFacts? facts, CancellationToken cancellationToken)
    {
        var standing = await StandingAsync(db, entry, cancellationToken);
        if (facts is null && standing.Count == 0)
        {
            return;
        }

        var wanted = facts is null ? [] : Wanted(db, entry, facts);
        foreach (var fact in standing.Where(fact => !wanted.Exists(other => IsSame(other, fact))))
        {
            db.Remove(fact);
        }

        foreach (var fact in wanted)
        {
            if (standing.Find(other => IsSame(other, fact)) is { } there)
            {
                there.Combo = fact.Combo;
                there.Flags = fact.Flags;
                there.PersonId = fact.PersonId;
            }
            else
            {
                db.Add(fact);
            }
        }

        if (entry.State != EntityState.Deleted)
        {
            entry.Property(StatColumns.Unit).CurrentValue = facts?.Unit.Value;
            entry.Property(StatColumns.Month).CurrentValue = facts?.Month.Code;
        }
    }

    private static List<StatFact> Wanted(AppDb db, EntityEntry<Incident> entry, IncidentFacts facts)
    {
        var key = KeyOf(entry.Property<long?>(StatColumns.Key), StatKeys.New);
        var exposed = entry.Entity.Exposed.ToDictionary(person => person.Id, person => db.Entry(person).Property<long?>(StatColumns.Key));

        // The first exposure takes the incident's key: counted alike, one record must not get two independent noises.
        var isTaken = exposed.Values.Any(property => property.CurrentValue == key);
        var wanted = new List<StatFact> { Make(StatFactKind.Incidents, facts, entry.Entity.Id.Value, facts.Combo, facts.Flags, key, personId: null) };
        foreach (var exposure in facts.Exposures)
        {
            var own = KeyOf(exposed[exposure.ExposedId], () => isTaken ? StatKeys.New() : (uint)key);
            isTaken = true;
            wanted.Add(Make(StatFactKind.Exposures, facts, exposure.ExposedId, exposure.Combo, exposure.Flags, own, exposure.User?.Value));
        }

        return wanted;
    }

    // The row says where the facts stood when it was read; a case that was never counted has none.
    private static async Task<List<StatFact>> StandingAsync(AppDb db, EntityEntry<Incident> entry, CancellationToken cancellationToken)
    {
        var unit = entry.Property<Guid?>(StatColumns.Unit).OriginalValue;
        var month = entry.Property<int?>(StatColumns.Month).OriginalValue;
        if (entry.State == EntityState.Added || unit is not { } unitId || month is not { } code)
        {
            return [];
        }

        var sources = entry.Entity.Exposed.Select(person => person.Id).Append(entry.Entity.Id.Value).ToList();
        return await db.Set<StatFact>().Where(fact => (fact.Fact == (int)StatFactKind.Incidents || fact.Fact == (int)StatFactKind.Exposures)
            && fact.Month == code && fact.UnitId == unitId && sources.Contains(fact.SourceId)).ToListAsync(cancellationToken);
    }

    private static long KeyOf(PropertyEntry<Incident, long?> property, Func<uint> draw) => property.CurrentValue ?? (property.CurrentValue = draw()).Value;

    private static long KeyOf(PropertyEntry<ExposedPerson, long?> property, Func<uint> draw) => property.CurrentValue ?? (property.CurrentValue = draw()).Value;

    private static bool IsSame(StatFact one, StatFact other) =>
        one.Fact == other.Fact && one.Month == other.Month && one.UnitId == other.UnitId && one.SourceId == other.SourceId;

    private static StatFact Make(StatFactKind kind, IncidentFacts facts, Guid source, int combo, long flags, long key, Guid? personId) => new()
    {
        Fact = (int)kind,
        Month = facts.Month.Code,
        UnitId = facts.Unit.Value,
        SourceId = source,
        Combo = combo,
        Flags = flags,
        StatKey = key,
        PersonId = personId,
    };

    private static async Task<WorkCalendar> CalendarAsync(AppDb db, EmployerId employer, CancellationToken cancellationToken)
    {
        if (Calendars.TryGetValue(employer, out var known))
        {
            return known;
        }

        var zone = db.Set<Employer>().Local.FirstOrDefault(row => row.Id == employer)?.TimeZone
            ?? await db.Set<Employer>().Where(row => row.Id == employer).Select(row => row.TimeZone).SingleOrDefaultAsync(cancellationToken);
        return zone is null ? WorkCalendar.Sweden : Calendars.GetOrAdd(employer, WorkCalendar.In(zone));
    }
}
