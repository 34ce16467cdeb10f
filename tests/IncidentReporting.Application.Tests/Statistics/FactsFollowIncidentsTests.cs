using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Statistics;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FactsFollowIncidentsTests(DatabaseProvider provider)
{
    private const int Steps = 48;

    private StatisticsWorld _world = null!;

    [SetUp]
    public async Task SetUpAsync() => _world = await StatisticsWorld.StartAsync(provider);

    [TearDown]
    public ValueTask TearDownAsync() => _world.DisposeAsync();

    [Test]
    public async Task Facts_AfterAnySequenceOfChanges_AreTheProjectionOfTheIncidents([Values(1, 2)] int seed)
    {
        var random = new Random(seed);
        var done = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 0; step < Steps; step++)
        {
            done.Add(await ChangeAsync(random));
            if (step % 6 == 5)
            {
                await AssertFactsAreProjectionsAsync();
            }
        }

        await AssertFactsAreProjectionsAsync();
        Assert.That(done, Has.Count.GreaterThanOrEqualTo(8), "the sequence has to try most kinds of changes");
    }

    [Test]
    public async Task Facts_OfASaveThatIsRolledBack_StayAsTheyWere()
    {
        await _world.SaveAsync(_world.Submitted(new Random(1)));
        var before = await FactsAsync();

        await _world.WithAsync(async db =>
        {
            await using var scope = await db.BeginAsync();
            var incident = await db.Set<Incident>().SingleAsync();
            incident.Withdraw(reason: null, _world.By(0));
            incident.TakeEvents();
            db.Add(_world.Submitted(new Random(2)));
            await db.SaveChangesAsync();
            return 0;
        });

        Assert.That(await FactsAsync(), Is.EqualTo(before));
        await AssertFactsAreProjectionsAsync();
    }

    [Test]
    public async Task Key_OfACountedIncident_OutlivesEveryChangeAndCannotBeReplaced()
    {
        await _world.SaveAsync(_world.Submitted(new Random(4)));
        var before = await KeyAsync();
        await WithIncidentAsync(incident => incident.Correct(_world.Content(new Random(9)), _world.By(0)));

        var replace = () => _world.WithAsync(async db =>
        {
            var incident = await db.Set<Incident>().SingleAsync();
            db.Entry(incident).Property(StatColumns.Key).CurrentValue = before + 1;
            return await db.SaveChangesAsync();
        });

        Assert.Multiple(() =>
        {
            Assert.That(KeyAsync().Result, Is.EqualTo(before));
            Assert.That(replace, Throws.InvalidOperationException);
        });
    }

    [Test]
    public async Task FirstExposure_HasTheIncidentsKey_AndAFurtherOneItsOwn()
    {
        var incident = _world.Submitted(new Random(1));
        incident.NameExposed([.. _world.People.Take(3).Select(person => new NamedExposed(person.Id, "direct", OccupationalGroup: null))], _world.By(0));
        await _world.SaveAsync(incident);

        var facts = await _world.WithAsync(db => db.Set<StatFact>().AsNoTracking().ToListAsync());

        var own = facts.Single(fact => fact.Fact == (int)StatFactKind.Incidents).StatKey;
        var keys = facts.Where(fact => fact.Fact == (int)StatFactKind.Exposures).Select(fact => fact.StatKey).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(keys, Has.Count.GreaterThanOrEqualTo(3).And.Unique);
            Assert.That(keys, Has.Exactly(1).EqualTo(own));
        });
    }

    [Test]
    public async Task Draft_HasNeitherKeyNorFact()
    {
        await _world.SaveAsync(_world.Draft(new Random(1)));

        Assert.Multiple(() =>
        {
            Assert.That(KeyAsync().Result, Is.Null);
            Assert.That(FactsAsync().Result, Is.Empty);
        });
    }

    private async Task<string> ChangeAsync(Random random)
    {
        var (id, state) = await PickAsync(random);
        if (id is null || random.Next(3) == 0)
        {
            await _world.SaveAsync(random.Next(4) == 0 ? _world.Draft(random) : _world.Submitted(random));
            return "create";
        }

        var change = random.Next(9);
        var what = change switch
        {
            0 or 1 => "correct",
            2 => "police",
            3 => "rate",
            4 => "name",
            5 => "withdraw",
            6 => "merge",
            7 => "move",
            _ => "erase",
        };
        try
        {
            await WithIncidentAsync(id.Value, async (db, incident) => await ApplyAsync(db, incident, what, random));
            return what;
        }
        catch (RuleBrokenException)
        {
            return $"{what} refused in {state}";
        }
    }

    private async Task ApplyAsync(AppDb db, Incident incident, string what, Random random)
    {
        var by = new Actor(incident.Exposed[0].UserId ?? _world.People[0].Id, CaseRole.Exposed, _world.Service.Now);
        switch (what)
        {
            case "correct":
                incident.Correct(_world.Content(random), by);
                break;
            case "police":
                var next = PoliceOrder.After(incident.PoliceStatus);
                incident.RecordPolice(new PoliceReportStep { Status = next.Count == 0 ? PoliceStatus.Undecided : next[random.Next(next.Count)], Source = "employer" }, by);
                break;
            case "rate":
                incident.Rate(random.Next(2) == 0 ? "mostly" : "none", comment: null, by);
                break;
            case "name":
                incident.NameExposed([.. incident.Exposed.Select(person => new NamedExposed(person.UserId, random.Next(4) == 0 ? "colleague" : "direct", "needs_assessor")),
                    new NamedExposed(_world.People[random.Next(_world.People.Count)].Id, "direct", OccupationalGroup: null)], by);
                break;
            case "withdraw":
                incident.Withdraw(reason: null, by);
                break;
            case "merge":
                var main = await db.Set<Incident>().Where(other => other.Id != incident.Id && other.State == IncidentState.Submitted).FirstOrDefaultAsync();
                if (main is not null)
                {
                    incident.MarkDuplicateOf(main, by);
                    main.TakeEvents();
                }

                break;
            case "move":
                db.Entry(incident).Property(moved => moved.UnitId).CurrentValue = _world.Units[random.Next(_world.Units.Count)].Id;
                break;
            default:
                db.Remove(incident);
                break;
        }
    }

    private async Task<(IncidentId? Id, IncidentState State)> PickAsync(Random random)
    {
        var all = await _world.WithAsync(db => db.Set<Incident>().IgnoreAutoIncludes().OrderBy(incident => incident.Id)
            .Select(incident => new { incident.Id, incident.State }).ToListAsync());
        if (all.Count == 0)
        {
            return default;
        }

        var picked = all[random.Next(all.Count)];
        return (picked.Id, picked.State);
    }

    private Task WithIncidentAsync(Action<Incident> change) => _world.WithAsync(async db =>
    {
        var incident = await db.Set<Incident>().SingleAsync();
        change(incident);
        incident.TakeEvents();
        return await db.SaveChangesAsync();
    });

    private Task WithIncidentAsync(IncidentId id, Func<AppDb, Incident, Task> change) => _world.WithAsync(async db =>
    {
        var incident = await db.Set<Incident>().SingleAsync(one => one.Id == id);
        await change(db, incident);
        incident.TakeEvents();
        return await db.SaveChangesAsync();
    });

    private Task<long?> KeyAsync() =>
        _world.WithAsync(db => db.Set<Incident>().IgnoreAutoIncludes().Select(incident => EF.Property<long?>(incident, StatColumns.Key)).SingleAsync());

    private async Task<List<string>> FactsAsync() =>
        [.. (await _world.WithAsync(db => db.Set<StatFact>().AsNoTracking().ToListAsync())).Select(Written).Order(StringComparer.Ordinal)];

    // Each case is read anew and projected; the master keys stand on the case's own rows.
    private async Task AssertFactsAreProjectionsAsync()
    {
        var expected = await _world.WithAsync(async db =>
        {
            var facts = new List<StatFact>();
            foreach (var incident in await db.Set<Incident>().ToListAsync())
            {
                if (IncidentFacts.Of(incident, WorkCalendar.Sweden) is { } projected)
                {
                    facts.Add(Fact(1, projected, incident.Id.Value, projected.Combo, projected.Flags, db.Entry(incident).Property<long?>(StatColumns.Key).CurrentValue!.Value, person: null));
                    facts.AddRange(projected.Exposures.Select(exposure => Fact(
                        2,
                        projected,
                        exposure.ExposedId,
                        exposure.Combo,
                        exposure.Flags,
                        db.Entry(incident.Exposed.Single(person => person.Id == exposure.ExposedId)).Property<long?>(StatColumns.Key).CurrentValue!.Value,
                        exposure.User?.Value)));
                }
            }

            return facts.Select(Written).Order(StringComparer.Ordinal).ToList();
        });
        Assert.That(await FactsAsync(), Is.EqualTo(expected));
    }

    private static StatFact Fact(int fact, IncidentFacts of, Guid source, int combo, long flags, long key, Guid? person) => new()
    {
        Fact = fact,
        Month = of.Month.Code,
        UnitId = of.Unit.Value,
        SourceId = source,
        Combo = combo,
        Flags = flags,
        StatKey = key,
        PersonId = person,
    };

    private static string Written(StatFact fact) =>
        $"{fact.Fact} {fact.Month} {fact.UnitId} {fact.SourceId} {fact.Combo} {fact.Flags} {fact.StatKey} {fact.PersonId}";
}
