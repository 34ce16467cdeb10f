using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Application.Retention.Settle;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>A run is proposed by one person, released by another, and erases each thing once: what nobody has judged as it is, is kept.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RetentionRunsTests(DatabaseProvider provider) : RetentionFixture(provider)
{
    [Test]
    public async Task WhoProposed_DoesNotRelease_AndNothingIsErasedBeforeAnotherDoes()
    {
        var id = await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();

        Assert.That(async () => await World.ReleaseAsync(run, World.Cases.Officer), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(RetentionRunRules.AnotherReleases));
        Assert.That(async () => await World.ReleaseAsync(run, World.Cases.Manager), Throws.TypeOf<NotAllowedException>());
        await World.WorkAsync();
        Assert.That(await World.ErasedAtAsync(id), Is.Null);

        await World.ReleaseAsync(run);
        Assert.That(async () => await World.ReleaseAsync(run), Throws.TypeOf<RuleBrokenException>());
        await World.WorkAsync();
        Assert.That(await World.ErasedAtAsync(id), Is.Not.Null);
    }

    [Test]
    public async Task Run_Refused_ErasesNothing()
    {
        var id = await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();

        var refused = await World.Cases.Service.SendAsync(World.Cases.Administrator.Id, new RefuseRetentionRunCommand(run.Id, RetentionWorld.Text("vi väntar")));
        await World.WorkAsync();

        Assert.That((refused.State, refused.Reason!.Value), Is.EqualTo((RetentionRunState.Refused, $"{RetentionWorld.Marker} vi väntar")));
        Assert.That(await World.ErasedAtAsync(id), Is.Null);
        Assert.That(async () => await World.ReleaseAsync(run), Throws.TypeOf<RuleBrokenException>());
    }

    [Test]
    public async Task Case_ThatStandsInAProposal_IsInNoOtherUntilThatIsRefused()
    {
        var first = await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();

        Assert.That(async () => await World.ProposeAsync(), Throws.TypeOf<InvalidInputException>());
        var second = await World.EndedCaseAsync();
        World.PassTenYears();
        Assert.That((await World.ProposeAsync()).Items.Where(item => item.Rule == "case").Select(item => item.IncidentId), Is.EqualTo(new IncidentId?[] { second }));
        await World.Cases.Service.SendAsync(World.Cases.Administrator.Id, new RefuseRetentionRunCommand(run.Id, RetentionWorld.Text("vi väntar")));
        var again = await World.ProposeAsync();

        Assert.That(again.Items.Select(item => item.IncidentId), Does.Contain(first));
    }

    [Test]
    public async Task CaseWithNewContent_IsKept()
    {
        var (changed, told, same) = (await World.EndedCaseAsync(), await World.EndedCaseAsync(), await World.EndedCaseAsync());
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await World.ChangeAsync(changed, incident => incident.Write(RetentionWorld.Text("nytt"), "case", new Actor(World.Cases.Exposed.Id, CaseRole.Exposed, World.Cases.Now)));
        await World.Cases.Service.SendAsync(
            World.Cases.Representative.Id, new DiscloseOnwardCommand(new CaseReference(told, Number: null), "other", new DateOnly(2036, 1, 1), NoticeGiven: true));

        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var outcome = (await World.ReadAsync(run)).Items.Where(item => item.Rule == "case").ToDictionary(item => item.IncidentId!.Value, item => item.State);
        Assert.Multiple(async () =>
        {
            Assert.That(outcome[changed], Is.EqualTo(RetentionItemState.KeptChanged));
            Assert.That(outcome[told], Is.EqualTo(RetentionItemState.KeptChanged));
            Assert.That(outcome[same], Is.EqualTo(RetentionItemState.Erased));
            Assert.That(await World.ErasedAtAsync(changed), Is.Null);
        });
        var read = await World.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == changed));
        Assert.That(read.Notes[^1].Text.Value, Does.Contain("nytt"));
    }

    [Test]
    public async Task CaseHeldAfterTheProposal_IsKept_AndNotProposedUntilItIsLetGo()
    {
        var id = await World.EndedCaseAsync();
        var reference = new CaseReference(id, Number: null);
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await World.Cases.Service.SendAsync(World.Cases.Coordinator.Id, new HoldCaseCommand(reference, RetentionWorld.Text("domstol")));
        await World.ReleaseAsync(run);
        await World.WorkAsync();

        var outcome = await World.ReadAsync(run);
        Assert.That(outcome.Items.Select(item => item.State), Is.All.EqualTo(RetentionItemState.KeptHeld));
        Assert.That(async () => await World.ProposeAsync(), Throws.TypeOf<InvalidInputException>(), "nothing is due");
        var dry = await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new DryRunRetentionQuery(On: null));
        Assert.That((dry.Held, dry.HeldCases.Select(held => held.IncidentId)), Is.EqualTo((1, new[] { id })));

        await World.Cases.Service.SendAsync(World.Cases.Officer.Id, new LetGoOfCaseCommand(reference));
        Assert.That((await World.ProposeAsync()).Items.Select(item => item.IncidentId), Does.Contain(id));
    }

    [Test]
    public async Task Run_CutOffInTheMiddleOfACase_BeginsThatCaseAnew()
    {
        var id = await World.EndedCaseAsync();
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);

        // Nothing is committed: the process is gone before.
        await using (var scope = World.Cases.Service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var transaction = await db.BeginAsync();
            var (due, item) = await NextAsync(scope.ServiceProvider);
            Assert.That(await scope.ServiceProvider.GetRequiredService<RetentionWork>().TakeAsync(due, item, default), Is.True);
        }

        Assert.That(await World.ErasedAtAsync(id), Is.Null);
        Assert.That(await World.DescriptionAsync(id), Does.StartWith(RetentionWorld.Marker), "its key stands");

        await World.WorkAsync();
        Assert.That(await World.ErasedAtAsync(id), Is.Not.Null);
        Assert.That((await World.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task Run_CutOffAfterTheCommit_DestroysKeyAndFilesWithTheNextStart()
    {
        var id = await World.EndedCaseAsync();
        await using var copy = await World.CopyAsync();
        var (keys, files) = (Snapshot(World.Cases.Service.KeyFolder), Snapshot(World.Cases.Folder));
        World.PassTenYears();
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);
        await using (var scope = World.Cases.Service.Services.CreateAsyncScope())
        {
            while (await NextAsync(scope.ServiceProvider) is ({ } due, { } item))
            {
                await scope.ServiceProvider.GetRequiredService<RetentionWork>().TakeAsync(due, item, default);
            }
        }

        // As a process leaves it that died right after the commit: neither key nor file is touched yet.
        Restore(keys);
        Restore(files);
        Assert.That(await RetentionWorld.DescriptionAsync(id, copy), Does.StartWith(RetentionWorld.Marker), "the copy still opens");

        await World.WorkAsync();

        Assert.That(async () => await RetentionWorld.DescriptionAsync(id, copy), Throws.TypeOf<SealBrokenException>());
        Assert.That(World.Evidence, Is.Empty);
        Assert.That((await World.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task Run_BySeveralInstancesAtOnce_ErasesEachCaseOnce()
    {
        var cases = new List<IncidentId>();
        for (var number = 0; number < 6; number++)
        {
            cases.Add(await World.EndedCaseAsync());
        }

        World.PassTenYears();
        var run = await World.ProposeAsync();
        await World.ReleaseAsync(run);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(World.WorkAsync)));

        var erased = await World.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "erased").Select(entry => entry.IncidentId).ToListAsync());
        Assert.That(erased, Is.EquivalentTo(cases.Select(id => (IncidentId?)id)));
        Assert.That((await World.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task KeptOut_AmongWhatIsDue_SeesThatItIsSomethingAndNotWhat()
    {
        var id = await World.EndedCaseAsync();
        var (shut, open) = (World.Cases.Officer, World.Cases.Administrator);
        var held = await World.EndedCaseAsync();
        await World.Cases.Service.SendAsync(World.Cases.Coordinator.Id, new HoldCaseCommand(new CaseReference(held, Number: null), RetentionWorld.Text("domstol")));
        await World.WithAsync(db => db.Set<Incident>().ExecuteUpdateAsync(change => change.SetProperty(row => row.Report.CounterpartUserId, shut.Id)));
        World.PassTenYears();

        var due = await World.Cases.Service.SendAsync(shut.Id, new DryRunRetentionQuery(On: null));
        var seen = await World.Cases.Service.SendAsync(open.Id, new DryRunRetentionQuery(On: null));
        var run = await World.ProposeAsync(shut);
        var other = await World.Cases.Service.SendAsync(open.Id, new Application.Retention.Runs.GetRetentionRunQuery(run.Id));

        Assert.Multiple(() =>
        {
            Assert.That((due.Rules.Single(rule => rule.Rule == "case").Count, run.Counts.Pending), Is.EqualTo((1, 1)));
            Assert.That(due.Items, Is.EqualTo(new[] { new DueResult("case", Id: null, IncidentId: null, Number: null, Since: null) }));
            Assert.That(run.Items.Select(item => (item.Id, item.IncidentId, item.Number)), Is.EqualTo(new[] { ((Guid?)null, (IncidentId?)null, (string?)null) }));
            Assert.That(other.Items.Single().IncidentId, Is.EqualTo(id));
            Assert.That((due.Held, seen.HeldCases.Select(one => one.IncidentId)), Is.EqualTo((0, new[] { held })));
        });
    }

    private static async Task<(RetentionRun Run, RetentionItem Item)> NextAsync(IServiceProvider services)
    {
        var work = services.GetRequiredService<RetentionWork>();
        var run = (await work.ReleasedAsync(default)).Single();
        return (run, (await work.PendingAsync(run, Guid.Empty, 1, default)).SingleOrDefault()!);
    }

    private static List<(string Path, byte[] Content)> Snapshot(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (file, File.ReadAllBytes(file)))];

    private static void Restore(List<(string Path, byte[] Content)> files) => files.ForEach(file => File.WriteAllBytes(file.Path, file.Content));
}
