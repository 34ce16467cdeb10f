using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Retention.Put;
using IncidentReporting.Application.Retention.Runs;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>Who the counterpart is, is kept for a time of its own: shorter than its case.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CounterpartIdentityRetentionTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    // The notes about influence of the same cases are kept longer here.
    [SetUp]
    public async Task KeepInfluenceAsync() =>
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand([new("influence", "P10Y")], ValidFrom: null, ExpectedVersion.Any));

    [Test]
    public async Task Identity_AfterItsTime_IsErasedWithWhatStoodThereBefore_AndTheCaseStays()
    {
        var id = await World.EndedCaseAsync();
        Pass(750);

        var run = await EraseAsync();

        var read = await ReadAsync(id);
        Assert.Multiple(() =>
        {
            Assert.That(run.Items.Select(item => (item.Rule, item.State)), Is.EqualTo(new[] { ("counterpart_identity", RetentionItemState.Erased) }));
            Assert.That((read.Report.CounterpartIdentity, read.Report.CounterpartIdentityGround, read.ErasedAt), Is.EqualTo(((CaseText?)null, (string?)null, (DateTimeOffset?)null)));
            Assert.That(read.Corrections.Select(correction => correction.Field), Is.Not.Empty.And.None.StartsWith("counterpart.identity"));
            Assert.That(read.Report.CounterpartUserId, Is.EqualTo(World.Cases.Outsider.Id), "the case is still kept from her");
            Assert.That(read.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
        });
        Assert.That(async () => await World.ProposeAsync(), Throws.TypeOf<InvalidInputException>(), "nothing is left of it");
    }

    [Test]
    public async Task Identity_OfACaseThatGotNewContentOrIsHeldSinceTheProposal_IsKept()
    {
        var (told, held) = (await World.EndedCaseAsync(), await World.EndedCaseAsync());
        Pass(750);
        var run = await World.ProposeAsync();
        await World.Cases.Service.SendAsync(World.Cases.Coordinator.Id, new AddNoteCommand(new CaseReference(told, Number: null), RetentionWorld.Text("nytt"), Audience: null));
        await World.Cases.Service.SendAsync(
            World.Cases.Officer.Id, new Application.Retention.Hold.HoldCaseCommand(new CaseReference(held, Number: null), RetentionWorld.Text("domstol")));
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var outcome = (await World.ReadAsync(run)).Items.ToDictionary(item => item.IncidentId!.Value, item => item.State);
        Assert.That((outcome[told], outcome[held]), Is.EqualTo((RetentionItemState.KeptChanged, RetentionItemState.KeptHeld)));
        Assert.That((await ReadAsync(told)).Report.CounterpartIdentity, Is.Not.Null);
    }

    [Test]
    public async Task IdentityAndInfluence_OfOneCase_AreBothErasedInARun()
    {
        await World.EndedCaseAsync();
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand([new("influence", "P24M")], ValidFrom: null, ExpectedVersion.Any));
        Pass(750);

        var run = await EraseAsync();

        Assert.That(run.Items.Select(item => (item.Rule, item.State)), Is.EquivalentTo(new[]
        {
            ("counterpart_identity", RetentionItemState.Erased), ("influence", RetentionItemState.Erased),
        }));
    }

    [Test]
    public async Task Identity_OfACaseThatGoesOn_IsKept()
    {
        await World.Cases.ReportAsync(World.Cases.Colleague, World.Cases.Report(World.Cases.Exposed) with { Counterpart = new() { Identity = RetentionWorld.Text("motpart") } });
        Pass(750);

        Assert.That(async () => await World.ProposeAsync(), Throws.TypeOf<InvalidInputException>());
    }

    private void Pass(int days) => World.Cases.Service.Time.Advance(TimeSpan.FromDays(days));

    private async Task<RetentionRunResult> EraseAsync()
    {
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);
        await World.WorkAsync();
        return await World.ReadAsync(run);
    }

    private Task<Incident> ReadAsync(IncidentId id) => World.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
}
