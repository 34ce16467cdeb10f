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
public sealed class InfluenceRetentionTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    [Test]
    public async Task Influence_AfterItsTime_IsErasedAndItsCaseStays()
    {
        var id = await World.EndedCaseAsync();
        World.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var read = await World.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
        Assert.That((run.Items.Count(item => item.Rule == "influence"), read.ErasedAt, read.Influences.Count), Is.EqualTo((1, (DateTimeOffset?)null, 0)));
        Assert.That(read.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
    }

    [Test]
    public async Task Influence_OfTwoInOneCase_AreBothErasedInARun()
    {
        var more = await World.Cases.ReportAsync(World.Cases.Colleague, World.Cases.Report(World.Cases.Exposed) with
        {
            Exposed = [new ExposedInput(Self: false, World.Cases.Exposed.Id, "direct", null), new ExposedInput(Self: false, World.Cases.Colleague.Id, "direct", null)],
        });
        await World.ChangeAsync(more.Id, incident =>
        {
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(World.Cases.Exposed.Id, CaseRole.Exposed, World.Cases.Now));
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(World.Cases.Colleague.Id, CaseRole.Exposed, World.Cases.Now));
        });
        World.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var states = (await World.ReadAsync(run)).Items.Where(item => item.IncidentId == more.Id).Select(item => item.State);
        Assert.That(states, Is.EqualTo(new[] { RetentionItemState.Erased, RetentionItemState.Erased }));
    }

    [Test]
    public async Task Influence_WrittenAgainAfterTheProposal_IsKept()
    {
        var reported = await World.Cases.ReportAsync(World.Cases.Colleague, World.Cases.Report(World.Cases.Exposed));
        Task NoteAsync() => World.ChangeAsync(reported.Id, incident =>
            incident.NoteInfluence("influence", CodeSet.Of(["hesitated"]), null, new Actor(World.Cases.Exposed.Id, CaseRole.Exposed, World.Cases.Now)));
        await NoteAsync();
        World.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await World.ProposeAsync();
        World.Cases.Service.Time.Advance(TimeSpan.FromMinutes(1));
        await NoteAsync();
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        Assert.That((await World.ReadAsync(run)).Items.Select(item => item.State), Is.EqualTo(new[] { RetentionItemState.KeptChanged }));
    }
}
