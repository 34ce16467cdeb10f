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
public sealed class DestructionTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    [Test]
    public async Task Thing_ThatCannotBeDestroyed_KeepsNoOtherFromBeing()
    {
        var key = await KeyOfAsync(await World.EndedCaseAsync());
        var bad = new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = -1 };
        await AddAsync(bad, new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = key.SharePlace });

        await World.WorkAsync();

        Assert.That(await LeftAsync(), Is.EqualTo(new[] { bad.Id }));
        Assert.That(
            () => World.Cases.Service.Services.GetRequiredService<CaseShares>().Get(Guid.Empty, key.ShareFile, key.SharePlace),
            Throws.TypeOf<SealBrokenException>().With.Property(nameof(SealBrokenException.IsErased)).True);
    }

    [Test]
    public async Task Run_BesideAThingThatCannotBeDestroyed_ErasesAndIsDoneOnceThatIs()
    {
        var id = await World.EndedCaseAsync();
        var key = await KeyOfAsync(id);
        await AddAsync(new Doomed { Id = Guid.CreateVersion7(), ShareFile = key.ShareFile, SharePlace = -1 });

        var run = await World.EraseDueAsync();

        Assert.That(run.State, Is.EqualTo(RetentionRunState.Released));
        Assert.That(await World.WithAsync(db => db.Set<Incident>().CountAsync(row => row.Id == id && row.ErasedAt != null)), Is.EqualTo(1));
        Assert.That(World.Evidence, Is.Empty);

        await World.WithAsync(db => db.Set<Doomed>().ExecuteDeleteAsync());
        await World.WorkAsync();
        Assert.That((await World.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    private Task<CaseKey> KeyOfAsync(IncidentId id) => World.WithAsync(async db =>
        CaseKey.Parse((await db.Set<Incident>().Where(row => row.Id == id).Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).SingleAsync())!));

    private Task<int> AddAsync(params Doomed[] rows) => World.WithAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    private Task<List<Guid>> LeftAsync() => World.WithAsync(db => db.Set<Doomed>().Select(row => row.Id).ToListAsync());
}
