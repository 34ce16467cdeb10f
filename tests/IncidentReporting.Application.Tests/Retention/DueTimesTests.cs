using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>From which day on the time of keeping counts.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DueTimesTests(DatabaseProvider provider)
{
    private RetentionWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Case_AddedToAfterItsEnd_IsKeptUntilItsTimeIsOverFromThen()
    {
        var id = await _world.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(3000));
        await _world.Cases.Service.SendAsync(_world.Cases.Coordinator.Id, new AddNoteCommand(Reference(id), RetentionWorld.Text("beslut från tingsrätten"), Audience: null));
        var added = Today;

        Assert.Multiple(async () =>
        {
            Assert.That(await DueAsync(ended.AddYears(10).AddDays(1)), Is.Empty);
            Assert.That(await DueAsync(added.AddYears(10).AddDays(-1)), Is.Empty);
            Assert.That(await DueAsync(added.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)added) }));
        });
        Pass(TimeSpan.FromDays(700));
        Assert.That((await _world.ProposeAsync()).Items.Select(item => item.Rule), Is.EqualTo(new[] { "influence" }));
        Pass(TimeSpan.FromDays(3000));
        Assert.That((await _world.ProposeAsync()).Items.Where(item => item.Rule == "case").Select(item => item.Since), Is.EqualTo(new[] { (DateOnly?)added }));
    }

    [Test]
    public async Task Case_ReadAndHeldAndLetGoAfterItsEnd_IsDueFromItsEnd()
    {
        var id = await _world.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(3000));
        await _world.Cases.Service.SendAsync(_world.Cases.Coordinator.Id, new GetDetailsQuery(Reference(id)));
        await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new HoldCaseCommand(Reference(id), RetentionWorld.Text("domstol")));
        await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new LetGoOfCaseCommand(Reference(id)));

        Assert.That(await DueAsync(ended.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)ended) }));
    }

    [Test]
    public async Task Case_WhoseNoteAboutInfluenceTheServiceTookAway_IsDueFromItsEnd()
    {
        var id = await _world.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(750));
        await _world.ReleaseAsync(await _world.ProposeAsync());
        await _world.WorkAsync();

        Assert.That(await DueAsync(ended.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)ended) }));
    }

    private DateOnly Today => DateOnly.FromDateTime(_world.Cases.Now.UtcDateTime);

    private void Pass(TimeSpan time) => _world.Cases.Service.Time.Advance(time);

    private static CaseReference Reference(IncidentId id) => new(id, Number: null);

    private async Task<IEnumerable<(IncidentId? Id, DateOnly? Since)>> DueAsync(DateOnly on) =>
        (await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new DryRunRetentionQuery(on))).Items.Where(item => item.Rule == "case").Select(item => (item.IncidentId, item.Since));
}
