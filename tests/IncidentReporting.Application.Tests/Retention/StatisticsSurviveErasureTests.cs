using IncidentReporting.Application.Statistics.Releases;
using IncidentReporting.Application.Tests.Statistics;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>An erasure changes no figure: every sum and key that a published cell is made of stays bit by bit, before and after the freeze.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StatisticsSurviveErasureTests(DatabaseProvider provider)
{
    private const int Year = 2025;

    private StatisticsWorld _world = null!;
    private List<Incident> _incidents = [];
    private List<IncidentId> _ended = [];

    [SetUp]
    public async Task SetUpAsync()
    {
        _world = await StatisticsWorld.StartAsync(provider);
        _world.Service.Time.MoveTo(new DateTimeOffset(Year, 12, 31, 12, 0, 0, TimeSpan.Zero));
        var random = new Random(11);
        _incidents = [.. Enumerable.Range(0, 48).Select(number => _world.Submitted(random, new DateTimeOffset(Year, 1 + (number % 12), 1 + (number % 27), 12, 0, 0, TimeSpan.Zero)))];
        await _world.SaveAsync([.. _incidents]);
        var ended = _incidents.Where((_, number) => number % 3 == 0).Select(incident => incident.Id).ToList();
        await _world.WithAsync(async db =>
        {
            // Counted, and at its end: the way there is told by other tests.
            foreach (var incident in await db.Set<Incident>().Where(incident => ended.Contains(incident.Id)).ToListAsync())
            {
                db.Entry(incident).Property(row => row.State).CurrentValue = IncidentState.Closed;
                db.Entry(incident).Property(row => row.ClosedAt).CurrentValue = _world.Service.Now;
            }

            return await db.SaveChangesAsync();
        });
        _ended = ended;
    }

    [TearDown]
    public ValueTask TearDownAsync() => _world.DisposeAsync();

    [Test]
    public async Task FrozenYear_AfterAnErasure_IsTheSameBitByBit()
    {
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));
        var before = await SumsAsync();

        var erased = await EraseAsync();
        await FreezeAsync(new DateOnly(Year + 2, 3, 31));

        Assert.That(erased, Is.GreaterThan(10));
        Assert.That(await SumsAsync(), Is.EqualTo(before));
        Assert.That(before, Has.Count.GreaterThan(100));
        await _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().RebuildAsync(progress: null, CancellationToken.None));
        Assert.That(await SumsAsync(), Is.EqualTo(before), "also when built anew");
    }

    [Test]
    public async Task YearNotFinalYet_AfterAnErasure_IsFrozenAsItWouldHaveBeen()
    {
        await FreezeAsync(new DateOnly(Year + 1, 2, 1));
        var expected = await FinalAsync();

        var erased = await EraseAsync();

        Assert.That(erased, Is.GreaterThan(10));
        Assert.That(await FinalAsync(), Is.EqualTo(expected));
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));
        Assert.That(await SumsAsync(), Is.EqualTo(expected));
    }

    [Test]
    public async Task Facts_OfAnErasedCase_NameNobody()
    {
        await FreezeAsync(new DateOnly(Year + 1, 2, 1));
        await EraseAsync();
        Assert.That(await NamedAsync(), Is.Zero);
        Assert.That(await WithRefAsync(), Is.GreaterThan(0), "until the persons are final a pseudonym counts her once");

        await FreezeAsync(new DateOnly(Year + 1, 3, 31));

        Assert.That((await NamedAsync(), await WithRefAsync()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task NightlyComparison_AfterAnErasure_Agrees()
    {
        await FreezeAsync(new DateOnly(Year + 1, 3, 31));
        await EraseAsync();

        var outcome = await _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().ReconcileAsync(CancellationToken.None));

        Assert.That(outcome.Mismatches, Is.Empty);
    }

    private Task<int> FreezeAsync(DateOnly day)
    {
        _world.Service.Time.MoveTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero));
        return _world.Service.WithAsync(services => services.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None));
    }

    // What the final freeze would give now; taken back.
    private async Task<List<string>> FinalAsync()
    {
        var now = _world.Service.Now;
        await using var scope = _world.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.BeginAsync();
        _world.Service.Time.MoveTo(new DateTimeOffset(Year + 1, 3, 31, 12, 0, 0, TimeSpan.Zero));
        await scope.ServiceProvider.GetRequiredService<IStatisticsUpkeep>().FreezeDueAsync(progress: null, CancellationToken.None);
        var sums = await SumsAsync(db);
        _world.Service.Time.MoveTo(now);
        return sums;
    }

    private async Task<int> EraseAsync()
    {
        foreach (var id in _ended)
        {
            await _world.Service.WithAsync(async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                await using var transaction = await db.BeginAsync();
                var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id);
                await services.GetRequiredService<CaseErasure>().EraseAsync(incident, Guid.NewGuid(), new Actor(default, CaseRole.System, _world.Service.Now), CancellationToken.None);
                await transaction.CommitAsync();
                return 0;
            });
        }

        return await _world.WithAsync(db => db.Set<Incident>().CountAsync(incident => incident.ErasedAt != null));
    }

    private Task<int> NamedAsync() => CountAsync(fact => fact.PersonId != null);

    private Task<int> WithRefAsync() => CountAsync(fact => fact.PersonRef != null);

    // The exposures of erased cases; their exposed persons are no more.
    private Task<int> CountAsync(Func<StatFact, bool> of) => _world.WithAsync(async db =>
    {
        var standing = (await db.Set<ExposedPerson>().AsNoTracking().Select(person => person.Id).ToListAsync()).ToHashSet();
        return (await db.Set<StatFact>().AsNoTracking().Where(fact => fact.Fact == 2).ToListAsync()).Count(fact => !standing.Contains(fact.SourceId) && of(fact));
    });

    private Task<List<string>> SumsAsync() => _world.WithAsync(SumsAsync);

    private static async Task<List<string>> SumsAsync(AppDb db)
    {
        var sums = (await db.Set<StatTotal>().AsNoTracking().ToListAsync()).Select(row => $"total {row.Fact} {row.NodeId} {row.Period} {row.N} {row.KeySum}").ToList();
        sums.AddRange((await db.Set<StatCube>().AsNoTracking().ToListAsync()).Select(row => $"cube {row.Fact} {row.NodeId} {row.Period} {row.Combo} {row.N} {row.KeySum}"));
        sums.AddRange((await db.Set<StatMarginRow>().AsNoTracking().ToListAsync()).Select(row => $"margin {row.Fact} {row.NodeId} {row.Indicator} {row.Period} {row.Class} {row.N} {row.KeySum}"));
        sums.AddRange((await db.Set<ReleaseFact>().AsNoTracking().ToListAsync()).Where(row => row.Month / 100 == Year)
            .Select(row => $"unit {row.Fact} {row.UnitId} {row.Month} {row.Seq} {row.Combo} {row.Flags} {row.StatKey}"));
        sums.RemoveAll(sum => !sum.Contains($" {Year}", StringComparison.Ordinal));
        sums.Sort(StringComparer.Ordinal);
        return sums;
    }
}
