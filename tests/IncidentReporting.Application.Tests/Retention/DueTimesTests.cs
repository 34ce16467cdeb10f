using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.AddNote;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Application.Retention.Propose;
using IncidentReporting.Application.Retention.Put;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>From which day on the time of keeping counts.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DueTimesTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    [Test]
    public async Task DryRun_TellsNumbersAndDates_AndErasesNothing()
    {
        var id = await World.EndedCaseAsync();
        var closed = DateOnly.FromDateTime(World.Cases.Now.UtcDateTime);

        var early = await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new DryRunRetentionQuery(closed.AddYears(10).AddDays(-2)));
        var due = await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new DryRunRetentionQuery(closed.AddYears(10)));

        Assert.Multiple(async () =>
        {
            Assert.That(early.Rules.Single(rule => rule.Rule == "case").Count, Is.Zero);
            Assert.That(due.Rules.Single(rule => rule.Rule == "case").Count, Is.EqualTo(1));
            Assert.That(due.Items.Where(item => item.Rule == "case").Select(item => (item.IncidentId, item.Since)), Is.EqualTo(new[] { ((IncidentId?)id, closed) }));
            Assert.That(await World.ErasedAtAsync(id), Is.Null);
        });
    }

    [Test]
    public async Task Period_Changed_HoldsFromItsDayAndIsNeverShorterThanTheLeast()
    {
        await World.EndedCaseAsync();
        var service = World.Cases.Service;
        var today = DateOnly.FromDateTime(World.Cases.Now.UtcDateTime);
        RetentionPeriodInput[] shorter = [new("case", "P2Y")];

        Assert.That(
            async () => await service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand([new("case", "P1Y")], ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<InvalidInputException>());
        Assert.That(
            async () => await service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand([new("draft", "P60D")], ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<InvalidInputException>());
        Assert.That(async () => await service.SendAsync(World.Cases.Manager.Id, new PutRetentionCommand(shorter, ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<NotAllowedException>());
        var changed = await service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand(shorter, today.AddYears(1), new ExpectedVersion([0])));
        Assert.That(
            async () => await service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand(shorter, today.AddYears(1), new ExpectedVersion([0]))), Throws.TypeOf<ChangedMeanwhileException>());

        var two = await service.SendAsync(World.Cases.Officer.Id, new DryRunRetentionQuery(today.AddYears(2)));
        Assert.Multiple(() =>
        {
            Assert.That(changed.Version, Is.EqualTo(1));
            Assert.That(changed.Rules.Single(rule => rule.Id == "case").Period, Is.EqualTo("P10Y"), "the new one does not hold yet");
            Assert.That(two.Rules.Single(rule => rule.Rule == "case").Count, Is.EqualTo(1), "on that day it does");
        });
        var entries = await World.WithAsync(db => db.Set<LogEntry>().CountAsync(entry => entry.Action == "retention_changed"));
        Assert.That(entries, Is.EqualTo(1));
    }

    [Test]
    public async Task Case_AddedToAfterItsEnd_IsKeptUntilItsTimeIsOverFromThen()
    {
        var id = await World.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(3000));
        await World.Cases.Service.SendAsync(World.Cases.Coordinator.Id, new AddNoteCommand(Reference(id), RetentionWorld.Text("beslut från tingsrätten"), Audience: null));
        var added = Today;

        Assert.Multiple(async () =>
        {
            Assert.That(await DueAsync(ended.AddYears(10).AddDays(1)), Is.Empty);
            Assert.That(await DueAsync(added.AddYears(10).AddDays(-1)), Is.Empty);
            Assert.That(await DueAsync(added.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)added) }));
        });
        Pass(TimeSpan.FromDays(700));
        Assert.That((await World.ProposeAsync()).Items.Select(item => item.Rule), Is.EqualTo(new[] { "influence" }));
        Pass(TimeSpan.FromDays(3000));
        Assert.That((await World.ProposeAsync()).Items.Where(item => item.Rule == "case").Select(item => item.Since), Is.EqualTo(new[] { (DateOnly?)added }));
    }

    [Test]
    public async Task Case_ReadAndHeldAndLetGoAfterItsEnd_IsDueFromItsEnd()
    {
        var id = await World.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(3000));
        await World.Cases.Service.SendAsync(World.Cases.Coordinator.Id, new GetDetailsQuery(Reference(id)));
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new HoldCaseCommand(Reference(id), RetentionWorld.Text("domstol")));
        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new LetGoOfCaseCommand(Reference(id)));

        Assert.That(await DueAsync(ended.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)ended) }));
    }

    [Test]
    public async Task Case_WhoseNoteAboutInfluenceTheServiceTookAway_IsDueFromItsEnd()
    {
        var id = await World.EndedCaseAsync();
        var ended = Today;
        Pass(TimeSpan.FromDays(750));
        await World.ReleaseAsync(await World.ProposeAsync());
        await World.WorkAsync();

        Assert.That(await DueAsync(ended.AddYears(10)), Is.EqualTo(new[] { ((IncidentId?)id, (DateOnly?)ended) }));
    }

    [Test]
    public async Task RequestAndStopOfAHeldCase_AreKeptWithIt()
    {
        var id = await World.EndedCaseAsync();
        await WithRowsOfAsync(id);
        Pass(TimeSpan.FromDays(3660));
        await LetGoOrHoldAsync(id, hold: true);
        Assert.That(async () => await World.ProposeAsync(), Throws.TypeOf<InvalidInputException>(), "nothing is due");

        await LetGoOrHoldAsync(id, hold: false);
        var run = await World.ProposeAsync();
        await LetGoOrHoldAsync(id, hold: true);
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var done = await World.ReadAsync(run);
        Assert.That(done.Items.Select(item => item.Rule), Is.EquivalentTo(new[] { "case", "measure_request", "work_stop" }));
        Assert.That(done.Items.Select(item => item.State), Is.All.EqualTo(RetentionItemState.KeptHeld));
    }

    [Test]
    public async Task RequestAndStopOfACaseThatNobodyHolds_AreErased()
    {
        await WithRowsOfAsync(await World.EndedCaseAsync());

        var done = await World.EraseDueAsync();

        Assert.That(done.Items.Select(item => (item.Rule, item.State)), Is.EquivalentTo(new[]
        {
            ("case", RetentionItemState.Erased), ("measure_request", RetentionItemState.Erased), ("work_stop", RetentionItemState.Erased),
        }));
    }

    [Test]
    public async Task EarlierDay_WhosePeriodWasShorter_DoesNotMakeDueWhatTodayIsNot()
    {
        await World.EndedCaseAsync();
        await PutAsync("P2Y");
        Pass(TimeSpan.FromDays(1000));
        var shorter = Today;
        await PutAsync("P10Y");
        Pass(TimeSpan.FromDays(30));

        Assert.That(await DueAsync(shorter.AddDays(-1)), Is.Empty);
        Assert.That((await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new ProposeRetentionRunCommand(shorter.AddDays(-1)))).Items.Select(item => item.Rule), Has.None.EqualTo("case"));
    }

    [Test]
    public async Task Run_ProposedBeforeThePeriodsChanged_IsNotReleased()
    {
        await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await PutAsync("P20Y");

        Assert.That(async () => await World.ReleaseAsync(run), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(RetentionRunRules.PeriodsStand));
        Assert.That((await World.ProposeAsync()).Items.Select(item => item.Rule), Has.None.EqualTo("case"), "by the new periods the case is not due");
    }

    [Test]
    public async Task Run_ProposedBeforePeriodsThatAreStillToCome_IsReleased()
    {
        await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await PutAsync("P20Y", Today.AddDays(1));

        Assert.That(async () => await World.ReleaseAsync(run), Throws.Nothing);
    }

    private Task PutAsync(string period, DateOnly? from = null) =>
        World.Cases.Service.SendAsync(World.Cases.Officer.Id, new PutRetentionCommand([new("case", period)], from, ExpectedVersion.Any));

    private Task LetGoOrHoldAsync(IncidentId id, bool hold) => hold
        ? World.Cases.Service.SendAsync(World.Cases.Officer.Id, new HoldCaseCommand(Reference(id), RetentionWorld.Text("domstol")))
        : World.Cases.Service.SendAsync(World.Cases.Officer.Id, new LetGoOfCaseCommand(Reference(id)));

    // A request and a stop of work that ended with the case.
    private Task WithRowsOfAsync(IncidentId id) => World.WithAsync(async db =>
    {
        var of = await db.Set<Incident>().AsNoTracking().Where(row => row.Id == id).Select(row => new { row.EmployerId, row.UnitId }).SingleAsync();
        var (by, now) = (World.Cases.Representative.Id, World.Cases.Now);
        var request = MeasureRequest.Create(of.EmployerId, of.UnitId, id, RetentionWorld.Text("begäran"), DateOnly.FromDateTime(now.UtcDateTime), by, now);
        request.GiveAnswer(RetentionWorld.Text("svar"), World.Cases.Manager.Id, now);
        request.Close(satisfied: true, now);
        var stop = WorkStop.Start(of.EmployerId, of.UnitId, id, now, loneWork: true, RetentionWorld.Text("vad"), RetentionWorld.Text("skäl"), by, now);
        stop.Record(now, avContactedAt: null, now, RetentionWorld.Text("utfall"));
        db.AddRange(request, stop);
        return await db.SaveChangesAsync();
    });

    private DateOnly Today => DateOnly.FromDateTime(World.Cases.Now.UtcDateTime);

    private void Pass(TimeSpan time) => World.Cases.Service.Time.Advance(time);

    private static CaseReference Reference(IncidentId id) => new(id, Number: null);

    private async Task<IEnumerable<(IncidentId? Id, DateOnly? Since)>> DueAsync(DateOnly on) =>
        (await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new DryRunRetentionQuery(on))).Items.Where(item => item.Rule == "case").Select(item => (item.IncidentId, item.Since));
}
