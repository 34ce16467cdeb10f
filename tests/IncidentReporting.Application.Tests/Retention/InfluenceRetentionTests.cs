using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>A note about influence is kept for a time of its own, counted from when it was last written.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InfluenceRetentionTests(DatabaseProvider provider)
{
    private RetentionWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Influence_AfterItsTime_IsErasedAndItsCaseStays()
    {
        var id = await _world.EndedCaseAsync();
        _world.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        var read = await _world.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
        Assert.That((run.Items.Count(item => item.Rule == "influence"), read.ErasedAt, read.Influences.Count), Is.EqualTo((1, (DateTimeOffset?)null, 0)));
        Assert.That(read.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
    }

    [Test]
    public async Task Influence_OfTwoInOneCase_AreBothErasedInARun()
    {
        var more = await _world.Cases.ReportAsync(_world.Cases.Colleague, _world.Cases.Report(_world.Cases.Exposed) with
        {
            Exposed = [new ExposedInput(Self: false, _world.Cases.Exposed.Id, "direct", null), new ExposedInput(Self: false, _world.Cases.Colleague.Id, "direct", null)],
        });
        await _world.ChangeAsync(more.Id, incident =>
        {
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(_world.Cases.Exposed.Id, CaseRole.Exposed, _world.Cases.Now));
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(_world.Cases.Colleague.Id, CaseRole.Exposed, _world.Cases.Now));
        });
        _world.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        var states = (await _world.ReadAsync(run)).Items.Where(item => item.IncidentId == more.Id).Select(item => item.State);
        Assert.That(states, Is.EqualTo(new[] { RetentionItemState.Erased, RetentionItemState.Erased }));
    }

    [Test]
    public async Task Influence_WrittenAgainAfterTheProposal_IsKept()
    {
        var reported = await _world.Cases.ReportAsync(_world.Cases.Colleague, _world.Cases.Report(_world.Cases.Exposed));
        Task NoteAsync() => _world.ChangeAsync(reported.Id, incident =>
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(_world.Cases.Exposed.Id, CaseRole.Exposed, _world.Cases.Now)));
        await NoteAsync();
        _world.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await _world.ProposeAsync();
        _world.Cases.Service.Time.Advance(TimeSpan.FromMinutes(1));
        await NoteAsync();
        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        Assert.That((await _world.ReadAsync(run)).Items.Select(item => item.State), Is.EqualTo(new[] { RetentionItemState.KeptChanged }));
    }
}
