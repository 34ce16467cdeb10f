using System.Buffers.Binary;
using System.Security.Cryptography;
using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Persistence.Bulk;
using IncidentReporting.Infrastructure.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Benchmarks;

/// <summary>Many times the facts of a database: every employer with its units again and again, each fact with a source and a key of its own. Then all months are frozen anew.</summary>
internal static class Multiplied
{
    private const int MostEmployers = 33;

    public static async Task FillAsync(IServiceProvider services, int times)
    {
        var db = services.GetRequiredService<AppDb>();
        var again = Math.Min(times, MostEmployers);
        var units = await CloneAsync(db, again);
        var facts = await db.Set<StatFact>().AsNoTracking().ToListAsync();
        await using (var scope = await db.BeginAsync())
        {
            foreach (var table in (string[])["StatFact", "ReleaseFact", "StatCube", "StatTotal", "StatMargin", "StatRelease", "StatPlace", "PersonYear", "StatReconciliation"])
            {
                await db.DoAsync($"DELETE FROM \"{table}\"", CancellationToken.None);
            }

            await db.BulkInsertAsync(
                new BulkRows("StatFact", ["Fact", "Month", "UnitId", "SourceId", "Combo", "Flags", "StatKey", "PersonId"], Rows(facts, units, times / again)), CancellationToken.None);
            await scope.CommitAsync();
        }

        await services.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None);

        // There are no incidents behind these facts; the server is not to look for them while it is measured.
        db.Add(new StatReconciliation { Id = Guid.NewGuid(), At = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync();
    }

    // By kind and month and then by unit, so that each row goes to the end of the table.
    private static IEnumerable<object?[]> Rows(List<StatFact> facts, Dictionary<Guid, Guid[]> units, int copies)
    {
        var source = new byte[16];
        foreach (var month in facts.GroupBy(fact => (fact.Fact, fact.Month)).OrderBy(of => of.Key))
        {
            var rows = month.SelectMany(fact => units[fact.UnitId].Select((unit, clone) => (Unit: unit, Clone: clone, Fact: fact))).OrderBy(row => row.Unit);
            foreach (var row in rows)
            {
                for (var copy = 0; copy < copies; copy++)
                {
                    RandomNumberGenerator.Fill(source);
                    yield return
                    [
                        month.Key.Fact, month.Key.Month, row.Unit.Packed(), source.ToArray(), row.Fact.Combo, row.Fact.Flags, (long)BinaryPrimitives.ReadUInt32LittleEndian(source),
                        row.Fact.PersonId is { } person ? Person(person, (row.Clone * copies) + copy).Packed() : null,
                    ];
                }
            }
        }
    }

    private static Guid Person(Guid person, int number)
    {
        var bytes = person.ToByteArray(bigEndian: true);
        BinaryPrimitives.WriteInt32BigEndian(bytes, BinaryPrimitives.ReadInt32BigEndian(bytes) ^ number);
        return new Guid(bytes, bigEndian: true);
    }

    private static async Task<Dictionary<Guid, Guid[]>> CloneAsync(AppDb db, int times)
    {
        var employers = await db.Set<Employer>().AsNoTracking().Where(employer => employer.Kind == OrganisationKind.Employer).ToListAsync();
        var units = await db.Set<Domain.Organisation.Unit>().AsNoTracking().ToListAsync();
        var clones = units.ToDictionary(unit => unit.Id.Value, unit => new List<Guid> { unit.Id.Value });
        var now = DateTimeOffset.UtcNow;
        for (var number = 1; number < times; number++)
        {
            foreach (var employer in employers)
            {
                var clone = Employer.Create(EmployerId.New(now), $"{employer.Name} {number}", employer.Sector, employer.County);
                db.Add(clone);
                var top = UnitId.New(now);
                foreach (var unit in units.Where(unit => unit.EmployerId == employer.Id))
                {
                    var id = unit.ParentId is null ? top : UnitId.New(now);
                    db.Add(Domain.Organisation.Unit.Create(id, clone.Id, unit.ParentId is null ? null : top, unit.Name));
                    clones[unit.Id.Value].Add(id.Value);
                }
            }

            await db.SaveChangesAsync();
            db.ClearTracked();
        }

        return clones.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
