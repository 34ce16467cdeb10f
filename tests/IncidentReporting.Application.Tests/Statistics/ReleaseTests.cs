using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Statistics;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReleaseTests(DatabaseProvider provider)
{
    private const int Year = 2025;

    private StatisticsWorld _world = null!;

    [SetUp]
    public async Task SetUpAsync() => _world = await StatisticsWorld.StartAsync(provider);

    [TearDown]
    public ValueTask TearDownAsync() => _world.DisposeAsync();

    [Test]
    public async Task Freeze_OfAYearLongPast_IsFinalAtOnceAndAddsUp()
    {
        var made = await FillYearAsync();

        var frozen = await FreezeAsync(new DateOnly(Year + 1, 3, 31));

        var totals = await TotalsAsync(StatNode.National.Key);
        var months = totals.Where(total => total.Key is > (Year * 100) and <= (Year * 100) + 12).Aggregate(default(CellSum), (sum, total) => sum + total.Value);
        var stages = await _world.WithAsync(db => db.Set<StatRelease>().Where(release => release.Year == Year).Select(release => release.Stage).Distinct().ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(frozen, Is.GreaterThanOrEqualTo(12));
            Assert.That(stages, Is.EqualTo([(int)ReleaseStage.Final]));
            Assert.That(totals[Year * 100].Count, Is.EqualTo(made));
            Assert.That(totals[Year * 100], Is.EqualTo(months), "the year is its months, counts and keys");
        });
    }

    [Test]
    public async Task Freeze_BeforeAMonthIsDue_LeavesItOut([Values] bool isDue)
    {
        await _world.SaveAsync(_world.Submitted(new Random(1), new DateTimeOffset(Year, 5, 3, 12, 0, 0, TimeSpan.Zero)));

        await FreezeAsync(new DateOnly(Year, 6, isDue ? 30 : 29));

        var frozen = await _world.WithAsync(db => db.Set<StatRelease>().CountAsync());
        Assert.That(frozen, Is.EqualTo(isDue ? 1 : 0));
    }

    [Test]
    public async Task LateReport_ChangesNothingUntilTheFinalFreeze_AndNothingAfterIt()
    {
        await FillYearAsync();
        await FreezeAsync(new DateOnly(Year + 1, 2, 1));
        var preliminary = await TotalsAsync(StatNode.National.Key);

        await _world.SaveAsync(_world.Submitted(new Random(7), new DateTimeOffset(Year, 5, 3, 12, 0, 0, TimeSpan.Zero)));
        await FreezeAsync(new DateOnly(Year + 1, 3, 30));
        var beforeFinal = await TotalsAsync(StatNode.National.Key);
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));
        var final = await TotalsAsync(StatNode.National.Key);
        await RemoveAllAsync();
        await FreezeAsync(new DateOnly(Year + 1, 12, 31));

        Assert.Multiple(() =>
        {
            Assert.That(OfYear(beforeFinal), Is.EqualTo(OfYear(preliminary)));
            Assert.That(final[(Year * 100) + 5].Count, Is.EqualTo(preliminary[(Year * 100) + 5].Count + 1));
            Assert.That(OfYear(TotalsAsync(StatNode.National.Key).Result), Is.EqualTo(OfYear(final)));
        });
    }

    [Test]
    public async Task Rebuild_GivesTheSameSumsBitByBit()
    {
        await FillYearAsync();
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));
        var before = await SumsAsync();

        await _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().RebuildAsync(progress: null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(before, Has.Count.GreaterThan(100));
            Assert.That(SumsAsync().Result, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task UnitAndItsEmployer_WithTheSameRecords_HaveTheSameSumAndSoTheSameNumber()
    {
        var random = new Random(3);
        foreach (var month in Enumerable.Range(1, 12))
        {
            var incident = _world.Submitted(random, new DateTimeOffset(Year, month, 9, 12, 0, 0, TimeSpan.Zero));
            await _world.SaveAsync(incident);
            await _world.WithAsync(async db =>
            {
                var saved = await db.Set<Incident>().SingleAsync(one => one.Id == incident.Id);
                db.Entry(saved).Property(one => one.UnitId).CurrentValue = _world.Units[0].Id;
                return await db.SaveChangesAsync();
            });
        }

        await FreezeAsync(new DateOnly(Year + 1, 3, 31));

        Assert.That(await TotalsAsync(_world.Units[0].Id.Value), Is.EqualTo(await TotalsAsync(_world.Employer.Id.Value)));
    }

    [Test]
    public async Task Persons_AreCountedOnceAYear_HoweverOftenExposed()
    {
        var random = new Random(5);
        for (var number = 0; number < 12; number++)
        {
            await _world.SaveAsync(_world.Submitted(random, new DateTimeOffset(Year, 1 + number, 9, 12, 0, 0, TimeSpan.Zero)));
        }

        await FreezeAsync(new DateOnly(Year + 1, 3, 31));

        var exposed = await _world.WithAsync(db => db.Set<StatFact>().Where(fact => fact.Fact == 2 && fact.PersonId != null).Select(fact => fact.PersonId).Distinct().CountAsync());
        var persons = await _world.WithAsync(db => db.Set<StatTotal>()
            .Where(total => total.Fact == (int)StatFactKind.Persons && total.NodeId == StatNode.National.Key).Select(total => total.N).SingleAsync());
        Assert.That(persons, Is.EqualTo(exposed));
    }

    [Test]
    public async Task Reconciliation_NamesWhatDoesNotAgree_AndStopsTheNextFreeze()
    {
        await FillYearAsync();
        await _world.WithAsync(async db =>
        {
            db.Remove(await db.Set<StatFact>().FirstAsync(fact => fact.Fact == 1));
            return await db.SaveChangesAsync();
        });

        var outcome = await _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().ReconcileAsync(CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Mismatches, Is.EqualTo([$"facts {_world.Employer.Id.Value:D} {Year}"]));
            Assert.That(() => FreezeAsync(new DateOnly(Year + 1, 3, 31)), Throws.TypeOf<StatisticsBlockedException>());
        });
    }

    [Test]
    public async Task Reconciliation_OfUntouchedFigures_FindsNothing()
    {
        await FillYearAsync();
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));

        var outcome = await _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().ReconcileAsync(CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Mismatches, Is.Empty);
            Assert.That(outcome.Compared, Is.GreaterThan(20));
        });
    }

    private async Task<int> FillYearAsync()
    {
        var random = new Random(11);
        List<Incident> incidents =
        [
            .. Enumerable.Range(0, 48).Select(number => _world.Submitted(random, new DateTimeOffset(Year, 1 + (number % 12), 1 + (number % 27), 12, 0, 0, TimeSpan.Zero))),
        ];
        await _world.SaveAsync([.. incidents]);
        return incidents.Count;
    }

    private Task<int> FreezeAsync(DateOnly day)
    {
        _world.Service.Time.MoveTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        return _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None));
    }

    private Task RemoveAllAsync() => _world.WithAsync(async db =>
    {
        db.RemoveRange(await db.Set<Incident>().ToListAsync());
        return await db.SaveChangesAsync();
    });

    private async Task<Dictionary<int, CellSum>> TotalsAsync(Guid node)
    {
        var totals = await _world.WithAsync(db => db.Set<StatTotal>().AsNoTracking()
            .Where(total => total.Fact == (int)StatFactKind.Incidents && total.NodeId == node).ToListAsync());
        return totals.ToDictionary(total => total.Period, total => new CellSum(total.N, (uint)total.KeySum));
    }

    private static Dictionary<int, CellSum> OfYear(Dictionary<int, CellSum> totals) =>
        totals.Where(total => total.Key / 100 == Year).ToDictionary(total => total.Key, total => total.Value);

    private Task<List<string>> SumsAsync() => _world.WithAsync(async db =>
    {
        var sums = (await db.Set<StatTotal>().AsNoTracking().ToListAsync()).Select(row => $"total {row.Fact} {row.NodeId} {row.Period} {row.N} {row.KeySum}").ToList();
        sums.AddRange((await db.Set<StatCube>().AsNoTracking().ToListAsync()).Select(row => $"cube {row.Fact} {row.NodeId} {row.Period} {row.Combo} {row.N} {row.KeySum}"));
        sums.AddRange((await db.Set<StatMarginRow>().AsNoTracking().ToListAsync()).Select(row => $"margin {row.Fact} {row.NodeId} {row.Indicator} {row.Period} {row.Class} {row.N} {row.KeySum}"));
        sums.Sort(StringComparer.Ordinal);
        return sums;
    });
}
