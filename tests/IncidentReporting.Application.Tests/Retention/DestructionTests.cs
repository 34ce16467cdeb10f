using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>What cannot be destroyed stays written down, and keeps nothing else from being erased.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DestructionTests(DatabaseProvider provider)
{
    private RetentionWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Thing_ThatCannotBeDestroyed_KeepsNoOtherFromBeing()
    {
        var key = await KeyOfAsync(await _world.EndedCaseAsync());
        var bad = new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = -1 };
        await AddAsync(bad, new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = key.SharePlace });

        await _world.WorkAsync();

        Assert.That(await LeftAsync(), Is.EqualTo(new[] { bad.Id }));
        Assert.That(
            () => _world.Cases.Service.Services.GetRequiredService<CaseShares>().Get(Guid.Empty, key.ShareFile, key.SharePlace),
            Throws.TypeOf<SealBrokenException>().With.Property(nameof(SealBrokenException.IsErased)).True);
    }

    [Test]
    public async Task Run_BesideAThingThatCannotBeDestroyed_ErasesAndIsDoneOnceThatIs()
    {
        var id = await _world.EndedCaseAsync();
        var key = await KeyOfAsync(id);
        await AddAsync(new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = -1 });

        var run = await _world.EraseDueAsync();

        Assert.That(run.State, Is.EqualTo(RetentionRunState.Released));
        Assert.That(await _world.WithAsync(db => db.Set<Incident>().CountAsync(row => row.Id == id && row.ErasedAt != null)), Is.EqualTo(1));
        Assert.That(_world.Evidence, Is.Empty);

        await _world.WithAsync(db => db.Set<Doomed>().ExecuteDeleteAsync());
        await _world.WorkAsync();
        Assert.That((await _world.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    private Task<CaseKey> KeyOfAsync(IncidentId id) => _world.WithAsync(async db =>
        CaseKey.Parse((await db.Set<Incident>().Where(row => row.Id == id).Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).SingleAsync())!));

    private Task<int> AddAsync(params Doomed[] rows) => _world.WithAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    private Task<List<Guid>> LeftAsync() => _world.WithAsync(db => db.Set<Doomed>().Select(row => row.Id).ToListAsync());
}
