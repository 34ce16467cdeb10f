using System.Globalization;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Idempotency;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.DiscardDraft;
using IncidentReporting.Application.Incidents.DiscloseOnward;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Retention.DryRun;
using IncidentReporting.Application.Retention.Hold;
using IncidentReporting.Application.Retention.Put;
using IncidentReporting.Application.Retention.Settle;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Retention;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Retention;
using IncidentReporting.Infrastructure.Sealing;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Retention;

/// <summary>What is to be erased is gone: from the database, from the disk, and from every copy that was taken before.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ErasureTakesBackTests(DatabaseProvider provider)
{
    // What is left of a case: that there was one, where, when by the month, and how it ended; and what the statistics count.
    private static readonly string[] Left =
    [
        "Id", "EmployerId", "UnitId", "Number", "State", "Version", "CreatedAt", "SubmittedAt", "EndedAt", "ErasedAt", "Report_OccurredAt", "Report_OccurredPrecision",
        "StatKey", "StatUnit", "StatMonth",
    ];

    private RetentionWorld _world = null!;

    [SetUp]
    public async Task StartAsync() => _world = await RetentionWorld.StartAsync(provider);

    [TearDown]
    public async Task StopAsync() => await _world.DisposeAsync();

    [Test]
    public async Task Case_RestoredFromABackupFromBeforeItsErasure_IsErasedAgain()
    {
        var (erased, other) = (await _world.EndedCaseAsync(), await _world.EndedCaseAsync());
        await _world.WithAsync(async db =>
        {
            var stored = await db.Set<Incident>().Where(row => row.Id == erased).Select(row => EF.Property<byte[]?>(row, SealColumns.Key)).SingleAsync();
            var key = CaseKey.Parse(stored!);
            _world.Cases.Service.Services.GetRequiredService<CaseShares>().Destroy([(key.ShareFile, key.SharePlace)]);
            return true;
        });

        await using var scope = _world.Cases.Service.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<SealVerifier>().VerifyAsync(default);
        var again = await scope.ServiceProvider.GetRequiredService<ErasureReplay>().RunAsync(outcome.Erased, default);

        Assert.That((again, outcome.Broken), Is.EqualTo((1, (HashSet<string>)[])));
        await _world.WithAsync(async db =>
        {
            var rows = await db.Set<Incident>().AsNoTracking().ToListAsync();
            Assert.That(rows.Single(row => row.Id == erased).ErasedAt, Is.Not.Null);
            Assert.That(rows.Single(row => row.Id == other).ErasedAt, Is.Null);
            return true;
        });
    }

    [Test]
    public async Task Case_Erased_LeavesAHuskAndNothingElse()
    {
        var id = await _world.EndedCaseAsync();
        Assert.That(await _world.WithAsync(db => RowsOfAsync(db, id)), Has.Count.GreaterThan(10), "there was something in many tables");

        var run = await _world.EraseDueAsync();

        await _world.WithAsync(async db =>
        {
            Assert.Multiple(async () =>
            {
                Assert.That(run.State, Is.EqualTo(RetentionRunState.Done));
                Assert.That(run.Items.Single(item => item.Rule == "case").State, Is.EqualTo(RetentionItemState.Erased));
                Assert.That(await RowsOfAsync(db, id), Is.Empty);
                Assert.That(await FilledColumnsAsync(db, id), Is.SubsetOf(Left));
                Assert.That(_world.Evidence, Is.Empty);
                Assert.That(await db.Set<IdempotencyRecord>().CountAsync(answer => answer.Cases.Contains(id.Value.ToString())), Is.Zero);
                Assert.That(await db.Set<OutboxMessage>().CountAsync(mail => mail.IncidentId == id), Is.Zero);
                Assert.That(await db.Set<Doomed>().CountAsync(), Is.Zero);
            });
            return 0;
        });
    }

    [Test]
    public async Task Codes_OfAnErasedCase_AreNotLeftInTheFile()
    {
        await _world.EndedCaseAsync();
        Assert.That(await IsLeftAsync(), Is.True);

        await _world.EraseDueAsync();

        Assert.That(await IsLeftAsync(), Is.False);

        // A server's files are its own: there its rows are asked.
        async Task<bool> IsLeftAsync() => provider == DatabaseProvider.Sqlite
            ? await FilesHoldAsync("client_home")
            : await _world.WithAsync(db => db.Set<Incident>().AnyAsync(incident => incident.Report.Place == "client_home"));
    }

    [Test]
    public async Task Times_OfAHusk_SayTheMonthOnly()
    {
        var id = await _world.EndedCaseAsync();
        await _world.EraseDueAsync();

        var husk = await _world.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
        foreach (var time in (DateTimeOffset?[])[husk.CreatedAt, husk.SubmittedAt, husk.EndedAt, husk.Report.OccurredAt])
        {
            Assert.That(time, Is.EqualTo(WorkCalendar.Sweden.StartOf(new DateOnly(2026, 11, 1))));
        }
    }

    [Test]
    public async Task CopyTakenBefore_WithTheKeysAfter_OpensEveryCaseButTheErasedOne()
    {
        var erased = await _world.EndedCaseAsync();
        var other = await _world.EndedCaseAsync();
        await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new HoldCaseCommand(new CaseReference(other, Number: null), RetentionWorld.Text("domstol")));
        await using var copy = await CopyAsync();

        await _world.EraseDueAsync();

        await using var db = copy.GetRequiredService<AppDb>();
        var before = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == erased);
        Assert.Multiple(() =>
        {
            Assert.That(before.Notes, Is.Not.Empty, "the copy still has the rows");
            Assert.That(() => before.Report.Description!.Value, Throws.TypeOf<SealBrokenException>().With.Message.Contains("destroyed"));
            Assert.That(() => before.Notes[0].Text.Value, Throws.TypeOf<SealBrokenException>());
            Assert.That(() => before.Attachments[0].FileKey.Value, Throws.TypeOf<SealBrokenException>());
        });
        var kept = await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == other);
        Assert.That(kept.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
        var answers = await db.Set<IdempotencyRecord>().AsNoTracking().ToListAsync();
        Assert.That(() => answers.Single(answer => answer.Cases.Contains(erased.Value.ToString())).Answer.Value, Throws.TypeOf<SealBrokenException>());
    }

    [Test]
    public async Task ErasedCase_IsFoundByNobody_AndTheLogStillTellsThatItWas()
    {
        var id = await _world.EndedCaseAsync();
        await _world.EraseDueAsync();

        foreach (var person in (Person[])[_world.Cases.Colleague, _world.Cases.Exposed, _world.Cases.Manager, _world.Cases.Coordinator, _world.Cases.Officer])
        {
            var reference = new CaseReference(id, Number: null);
            Assert.That(async () => await _world.Cases.Service.SendAsync(person.Id, new GetDetailsQuery(reference)), Throws.TypeOf<NotFoundException>());
            Assert.That(async () => await _world.Cases.Service.SendAsync(person.Id, new ListReadsQuery(reference)), Throws.TypeOf<NotFoundException>());
        }

        var entries = await _world.WithAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.IncidentId == id).Select(entry => entry.Action).ToListAsync());
        Assert.That(entries, Does.Contain("submitted").And.Contain("erased"));
    }

    [Test]
    public async Task LogOfAnErasedCase_NamesNobody()
    {
        var id = await _world.EndedCaseAsync();
        var reads = await NamesAsync(id, actor: null);
        await _world.EraseDueAsync();

        var after = await NamesAsync(id, actor: null);
        var asked = await NamesAsync(id, _world.Cases.Colleague.Id);

        Assert.Multiple(() =>
        {
            Assert.That(reads, Does.Contain("submitted Reporter Kolleganamn"));
            Assert.That(after, Does.Contain("submitted Reporter ").And.Contain("erased System "));
            Assert.That(after, Has.None.Contains("namn"));
            Assert.That(asked, Is.Empty, "nor when she is asked for");
        });
    }

    [Test]
    public async Task WhoProposed_DoesNotRelease_AndNothingIsErasedBeforeAnotherDoes()
    {
        var id = await _world.EndedCaseAsync();
        _world.PassTenYears();
        var run = await _world.ProposeAsync();

        Assert.That(async () => await _world.ReleaseAsync(run, _world.Cases.Officer), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(RetentionRunRules.AnotherReleases));
        Assert.That(async () => await _world.ReleaseAsync(run, _world.Cases.Manager), Throws.TypeOf<NotAllowedException>());
        await _world.WorkAsync();
        Assert.That(await ErasedAtAsync(id), Is.Null);

        await _world.ReleaseAsync(run);
        Assert.That(async () => await _world.ReleaseAsync(run), Throws.TypeOf<RuleBrokenException>());
        await _world.WorkAsync();
        Assert.That(await ErasedAtAsync(id), Is.Not.Null);
    }

    [Test]
    public async Task Run_Refused_ErasesNothing()
    {
        var id = await _world.EndedCaseAsync();
        _world.PassTenYears();
        var run = await _world.ProposeAsync();

        var refused = await _world.Cases.Service.SendAsync(_world.Cases.Administrator.Id, new RefuseRetentionRunCommand(run.Id, RetentionWorld.Text("vi väntar")));
        await _world.WorkAsync();

        Assert.That((refused.State, refused.Reason!.Value), Is.EqualTo((RetentionRunState.Refused, $"{RetentionWorld.Marker} vi väntar")));
        Assert.That(await ErasedAtAsync(id), Is.Null);
        Assert.That(async () => await _world.ReleaseAsync(run), Throws.TypeOf<RuleBrokenException>());
    }

    [Test]
    public async Task CaseWithNewContent_IsKept()
    {
        var (changed, told, same) = (await _world.EndedCaseAsync(), await _world.EndedCaseAsync(), await _world.EndedCaseAsync());
        _world.PassTenYears();
        var run = await _world.ProposeAsync();
        await ChangeAsync(changed, incident => incident.Write(RetentionWorld.Text("nytt"), "case", new Actor(_world.Cases.Exposed.Id, CaseRole.Exposed, _world.Cases.Now)));
        await _world.Cases.Service.SendAsync(
            _world.Cases.Representative.Id, new DiscloseOnwardCommand(new CaseReference(told, Number: null), "other", new DateOnly(2036, 1, 1), NoticeGiven: true));

        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        var outcome = (await _world.ReadAsync(run)).Items.Where(item => item.Rule == "case").ToDictionary(item => item.IncidentId!.Value, item => item.State);
        Assert.Multiple(async () =>
        {
            Assert.That(outcome[changed], Is.EqualTo(RetentionItemState.KeptChanged));
            Assert.That(outcome[told], Is.EqualTo(RetentionItemState.KeptChanged));
            Assert.That(outcome[same], Is.EqualTo(RetentionItemState.Erased));
            Assert.That(await ErasedAtAsync(changed), Is.Null);
        });
        var read = await _world.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == changed));
        Assert.That(read.Notes[^1].Text.Value, Does.Contain("nytt"));
    }

    [Test]
    public async Task CaseHeldAfterTheProposal_IsKept_AndNotProposedUntilItIsLetGo()
    {
        var id = await _world.EndedCaseAsync();
        var reference = new CaseReference(id, Number: null);
        _world.PassTenYears();
        var run = await _world.ProposeAsync();
        await _world.Cases.Service.SendAsync(_world.Cases.Coordinator.Id, new HoldCaseCommand(reference, RetentionWorld.Text("domstol")));
        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        var outcome = await _world.ReadAsync(run);
        Assert.That(outcome.Items.Select(item => item.State), Is.All.EqualTo(RetentionItemState.KeptHeld));
        Assert.That(async () => await _world.ProposeAsync(), Throws.TypeOf<InvalidInputException>(), "nothing is due");

        await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new LetGoOfCaseCommand(reference));
        Assert.That((await _world.ProposeAsync()).Items.Select(item => item.IncidentId), Does.Contain(id));
    }

    [Test]
    public async Task Run_CutOffInTheMiddleOfACase_BeginsThatCaseAnew()
    {
        var id = await _world.EndedCaseAsync();
        _world.PassTenYears();
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);

        // Nothing is committed: the process is gone before.
        await using (var scope = _world.Cases.Service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await using var transaction = await db.BeginAsync();
            var (due, item) = await NextAsync(scope.ServiceProvider);
            Assert.That(await scope.ServiceProvider.GetRequiredService<RetentionWork>().TakeAsync(due, item, default), Is.True);
        }

        Assert.That(await ErasedAtAsync(id), Is.Null);
        Assert.That(await DescriptionAsync(id), Does.StartWith(RetentionWorld.Marker), "its key stands");

        await _world.WorkAsync();
        Assert.That(await ErasedAtAsync(id), Is.Not.Null);
        Assert.That((await _world.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task Run_CutOffAfterTheCommit_DestroysKeyAndFilesWithTheNextStart()
    {
        var id = await _world.EndedCaseAsync();
        await using var copy = await CopyAsync();
        var (keys, files) = (Snapshot(_world.Cases.Service.KeyFolder), Snapshot(_world.Cases.Folder));
        _world.PassTenYears();
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);
        await using (var scope = _world.Cases.Service.Services.CreateAsyncScope())
        {
            while (await NextAsync(scope.ServiceProvider) is ({ } due, { } item))
            {
                await scope.ServiceProvider.GetRequiredService<RetentionWork>().TakeAsync(due, item, default);
            }
        }

        // As a process leaves it that died right after the commit: neither key nor file is touched yet.
        Restore(keys);
        Restore(files);
        Assert.That(await DescriptionAsync(id, copy), Does.StartWith(RetentionWorld.Marker), "the copy still opens");

        await _world.WorkAsync();

        Assert.That(async () => await DescriptionAsync(id, copy), Throws.TypeOf<SealBrokenException>());
        Assert.That(_world.Evidence, Is.Empty);
        Assert.That((await _world.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task Run_BySeveralInstancesAtOnce_ErasesEachCaseOnce()
    {
        var cases = new List<IncidentId>();
        for (var number = 0; number < 6; number++)
        {
            cases.Add(await _world.EndedCaseAsync());
        }

        _world.PassTenYears();
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_world.WorkAsync)));

        var erased = await _world.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "erased").Select(entry => entry.IncidentId).ToListAsync());
        Assert.That(erased, Is.EquivalentTo(cases.Select(id => (IncidentId?)id)));
        Assert.That((await _world.ReadAsync(run)).State, Is.EqualTo(RetentionRunState.Done));
    }

    [Test]
    public async Task DryRun_TellsNumbersAndDates_AndErasesNothing()
    {
        var id = await _world.EndedCaseAsync();
        var closed = DateOnly.FromDateTime(_world.Cases.Now.UtcDateTime);

        var early = await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new DryRunRetentionQuery(closed.AddYears(10).AddDays(-2)));
        var due = await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, new DryRunRetentionQuery(closed.AddYears(10)));

        Assert.Multiple(async () =>
        {
            Assert.That(early.Rules.Single(rule => rule.Rule == "case").Count, Is.Zero);
            Assert.That(due.Rules.Single(rule => rule.Rule == "case").Count, Is.EqualTo(1));
            Assert.That(due.Items.Where(item => item.Rule == "case").Select(item => (item.IncidentId, item.Since)), Is.EqualTo(new[] { ((IncidentId?)id, closed) }));
            Assert.That(await ErasedAtAsync(id), Is.Null);
        });
    }

    [Test]
    public async Task Period_Changed_HoldsFromItsDayAndIsNeverShorterThanTheLeast()
    {
        await _world.EndedCaseAsync();
        var service = _world.Cases.Service;
        var today = DateOnly.FromDateTime(_world.Cases.Now.UtcDateTime);
        RetentionPeriodInput[] shorter = [new("case", "P2Y")];

        Assert.That(
            async () => await service.SendAsync(_world.Cases.Officer.Id, new PutRetentionCommand([new("case", "P1Y")], ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<InvalidInputException>());
        Assert.That(
            async () => await service.SendAsync(_world.Cases.Officer.Id, new PutRetentionCommand([new("draft", "P60D")], ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<InvalidInputException>());
        Assert.That(async () => await service.SendAsync(_world.Cases.Manager.Id, new PutRetentionCommand(shorter, ValidFrom: null, ExpectedVersion.Any)), Throws.TypeOf<NotAllowedException>());
        var changed = await service.SendAsync(_world.Cases.Officer.Id, new PutRetentionCommand(shorter, today.AddYears(1), new ExpectedVersion([0])));
        Assert.That(
            async () => await service.SendAsync(_world.Cases.Officer.Id, new PutRetentionCommand(shorter, today.AddYears(1), new ExpectedVersion([0]))), Throws.TypeOf<ChangedMeanwhileException>());

        var two = await service.SendAsync(_world.Cases.Officer.Id, new DryRunRetentionQuery(today.AddYears(2)));
        Assert.Multiple(() =>
        {
            Assert.That(changed.Version, Is.EqualTo(1));
            Assert.That(changed.Rules.Single(rule => rule.Id == "case").Period, Is.EqualTo("P10Y"), "the new one does not hold yet");
            Assert.That(two.Rules.Single(rule => rule.Rule == "case").Count, Is.EqualTo(1), "on that day it does");
        });
        var entries = await _world.WithAsync(db => db.Set<LogEntry>().CountAsync(entry => entry.Action == "retention_changed"));
        Assert.That(entries, Is.EqualTo(1));
    }

    [Test]
    public async Task Influence_AfterItsTime_IsErasedAndItsCaseStays()
    {
        var id = await _world.EndedCaseAsync();
        _world.Cases.Service.Time.Advance(TimeSpan.FromDays(750));
        var run = await _world.ProposeAsync();
        await _world.ReleaseAsync(run);
        await _world.WorkAsync();

        var read = await _world.WithAsync(db => db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id));
        Assert.That((run.Items.Single().Rule, read.ErasedAt, read.Influences.Count), Is.EqualTo(("influence", (DateTimeOffset?)null, 0)));
        Assert.That(read.Report.Description!.Value, Does.StartWith(RetentionWorld.Marker));
    }

    [Test]
    public async Task Draft_Discarded_IsUnreadableInEveryCopy()
    {
        var draft = await _world.Cases.ReportAsync(_world.Cases.Exposed, _world.Cases.Report(_world.Cases.Exposed) with { Description = RetentionWorld.Text("utkast") }, draft: true);
        await using var copy = await CopyAsync();

        await _world.Cases.Service.SendAsync(_world.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(draft.Id, Number: null)));

        Assert.That(async () => await DescriptionAsync(draft.Id, copy), Throws.TypeOf<SealBrokenException>());
        Assert.That(await _world.WithAsync(db => db.Set<Incident>().CountAsync(row => row.Id == draft.Id)), Is.Zero);
    }

    [Test]
    public async Task ShortLived_GoesByItself_AndTheOfficerIsRemindedOnceAMonth()
    {
        await _world.EndedCaseAsync();
        _world.PassTenYears();
        await _world.WithAsync(db => db.Set<OutboxMessage>().ExecuteUpdateAsync(change => change.SetProperty(mail => mail.State, OutboxState.Sent)));
        var before = await _world.WithAsync(db => db.Set<OutboxMessage>().CountAsync());

        for (var round = 0; round < 3; round++)
        {
            await new ShortLivedUpkeep(_world.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);
        }

        var mails = await _world.WithAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
        var told = await _world.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "mail_log_erased").Select(entry => entry.Fields).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.GreaterThan(0));
            Assert.That(mails.Select(mail => (mail.RecipientId, mail.Template, mail.IncidentId)), Is.EqualTo(new[] { (_world.Cases.Officer.Id, MailTemplate.RetentionDue, (IncidentId?)null) }));
            Assert.That(told, Is.EqualTo(new[] { string.Create(CultureInfo.InvariantCulture, $"count={before}") }));
        });
    }

    [Test]
    public async Task Influence_OfTwoInOneCase_AreBothErasedInARun()
    {
        var more = await _world.Cases.ReportAsync(_world.Cases.Colleague, _world.Cases.Report(_world.Cases.Exposed) with
        {
            Exposed = [new ExposedInput(Self: false, _world.Cases.Exposed.Id, "direct", null), new ExposedInput(Self: false, _world.Cases.Colleague.Id, "direct", null)],
        });
        await ChangeAsync(more.Id, incident =>
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
        Task NoteAsync() => ChangeAsync(reported.Id, incident =>
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

    [Test]
    public async Task KeptOut_AmongWhatIsDue_SeesThatItIsSomethingAndNotWhat()
    {
        var id = await _world.EndedCaseAsync();
        var (shut, open) = (_world.Cases.Officer, _world.Cases.Administrator);
        await _world.WithAsync(db => db.Set<Incident>().Where(row => row.Id == id).ExecuteUpdateAsync(change => change.SetProperty(row => row.Report.CounterpartUserId, shut.Id)));
        _world.PassTenYears();

        var due = await _world.Cases.Service.SendAsync(shut.Id, new DryRunRetentionQuery(On: null));
        var run = await _world.ProposeAsync(shut);
        var other = await _world.Cases.Service.SendAsync(open.Id, new Application.Retention.Runs.GetRetentionRunQuery(run.Id));

        Assert.Multiple(() =>
        {
            Assert.That((due.Rules.Single(rule => rule.Rule == "case").Count, run.Counts.Pending), Is.EqualTo((1, 1)));
            Assert.That(due.Items, Is.EqualTo(new[] { new DueResult("case", Id: null, IncidentId: null, Number: null, Since: null) }));
            Assert.That(run.Items.Select(item => (item.Id, item.IncidentId, item.Number)), Is.EqualTo(new[] { ((Guid?)null, (IncidentId?)null, (string?)null) }));
            Assert.That(other.Items.Single().IncidentId, Is.EqualTo(id));
        });
    }

    [Test]
    public async Task Draft_ThrownAwayOrRunOut_TakesItsKeptAnswerWithIt()
    {
        var (discarded, expired) = (await DraftAsync(), await DraftAsync());

        await _world.Cases.Service.SendAsync(_world.Cases.Exposed.Id, new DiscardDraftCommand(new CaseReference(discarded, Number: null)));
        Assert.That(await _world.WithAsync(db => db.Set<IdempotencyRecord>().Select(answer => answer.Cases).ToListAsync()), Is.EqualTo(new[] { expired.Value.ToString() }));
        foreach (var days in (int[])[27, 4])
        {
            _world.Cases.Service.Time.Advance(TimeSpan.FromDays(days));
            await _world.Cases.Service.WithAsync(services => services.GetRequiredService<Application.Incidents.ExpireDrafts.IDraftExpiry>().TakeAsync(expired, CancellationToken.None));
        }

        Assert.That(await _world.WithAsync(db => db.Set<IdempotencyRecord>().CountAsync()), Is.Zero);
        var told = await _world.WithAsync(db => db.Set<LogEntry>().Where(entry => entry.Action == "draft_discarded").Select(entry => new { entry.IncidentId, entry.ActorId }).ToListAsync());
        Assert.That(told.Select(entry => (entry.IncidentId, entry.ActorId)), Is.EqualTo(new[] { ((IncidentId?)discarded, (UserId?)_world.Cases.Exposed.Id) }));
    }

    [Test]
    public async Task ShortLived_WhereNothingIsDue_DoesNotTakeTheWritersTurn()
    {
        await _world.EndedCaseAsync();
        var keeper = new ShortLivedUpkeep(_world.Cases.Service.Services.GetRequiredService<IServiceScopeFactory>());
        await using var scope = _world.Cases.Service.Services.CreateAsyncScope();
        await using var writer = await scope.ServiceProvider.GetRequiredService<AppDb>().BeginAsync();

        var run = keeper.RunAsync(CancellationToken.None);
        await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(10)));

        Assert.That(run.IsCompletedSuccessfully, Is.True);
    }

    private async Task<IncidentId> DraftAsync()
    {
        var draft = await _world.Cases.ReportAsync(_world.Cases.Exposed, _world.Cases.Report(_world.Cases.Exposed), draft: true);
        await _world.WithAsync(db =>
        {
            db.Add(new IdempotencyRecord
            {
                Id = Guid.NewGuid(),
                UserId = _world.Cases.Exposed.Id,
                KeyHash = Guid.NewGuid().ToString("N"),
                RequestHash = "x",
                Answer = RetentionWorld.Text("svar"),
                Cases = draft.Id.Value.ToString(),
                CreatedAt = _world.Cases.Now,
            });
            return db.SaveChangesAsync();
        });
        return draft.Id;
    }

    private async Task<List<string>> NamesAsync(IncidentId id, UserId? actor)
    {
        var query = new ListLogEntriesQuery(Group: null, Action: null, actor, id, Number: null, Since: null, Until: null, new Page());
        return [.. (await _world.Cases.Service.SendAsync(_world.Cases.Officer.Id, query)).Items.Select(entry => $"{entry.Action} {entry.CaseRole} {entry.Actor?.Name}")];
    }

    private static async Task<(RetentionRun Run, RetentionItem Item)> NextAsync(IServiceProvider services)
    {
        var work = services.GetRequiredService<RetentionWork>();
        var run = (await work.ReleasedAsync(default)).Single();
        return (run, (await work.PendingAsync(run, Guid.Empty, 1, default)).SingleOrDefault()!);
    }

    // Every row that belongs to the case, by its table; the log and the run itself may tell of it.
    private static async Task<List<string>> RowsOfAsync(AppDb db, IncidentId id)
    {
        var found = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType != typeof(LogEntry) && type.ClrType != typeof(RetentionItem)))
        {
            foreach (var column in type.GetProperties().Where(property => property.Name is "IncidentId" or "DuplicateOf" or "SubjectId").Select(property => property.GetColumnName()))
            {
                var table = type.GetTableName();
#pragma warning disable EF1002 // Names of the model.
                var rows = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" WHERE \"{column}\" = {{0}}", id.Value).SingleAsync();
#pragma warning restore EF1002
                found.AddRange(Enumerable.Repeat($"{table}.{column}", rows));
            }
        }

        return found;
    }

    private static async Task<List<string>> FilledColumnsAsync(AppDb db, IncidentId id)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT * FROM \"Incidents\" WHERE \"Id\" = @id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@id", id.Value);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.That(await reader.ReadAsync(), Is.True);
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Where(index => !reader.IsDBNull(index) && Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture) is not ("" or "0" or "False"))
                .Where(index => !Guid.TryParse(Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture), out var guid) || guid != Guid.Empty)
                .Select(reader.GetName),
        ];
    }

    // The file and its journal, as they lie on disk.
    private async Task<bool> FilesHoldAsync(string code)
    {
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(_world.Cases.Service.Settings.ConnectionString).DataSource;
        var found = false;
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            found |= bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(code)) >= 0;
        }

        return found;
    }

    private static List<(string Path, byte[] Content)> Snapshot(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => (file, File.ReadAllBytes(file)))];

    private static void Restore(List<(string Path, byte[] Content)> files) => files.ForEach(file => File.WriteAllBytes(file.Path, file.Content));

    private static async Task<string> DescriptionAsync(IncidentId id, ServiceProvider copy)
    {
        await using var scope = copy.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id)).Report.Description!.Value;
    }

    private Task<string> DescriptionAsync(IncidentId id) =>
        _world.WithAsync(async db => (await db.Set<Incident>().AsNoTracking().SingleAsync(row => row.Id == id)).Report.Description!.Value);

    private Task<DateTimeOffset?> ErasedAtAsync(IncidentId id) =>
        _world.WithAsync(async db => await db.Set<Incident>().Where(row => row.Id == id).Select(row => row.ErasedAt).SingleAsync());

    private Task ChangeAsync(IncidentId id, Action<Incident> change) => _world.WithAsync(async db =>
    {
        var incident = await db.Set<Incident>().SingleAsync(row => row.Id == id);
        change(incident);
        incident.TakeEvents();
        return await db.SaveChangesAsync();
    });

    // The database as it is now, beside the keys as they will be.
    private async Task<ServiceProvider> CopyAsync()
    {
        var keys = new SealingFolder(_world.Cases.Service.KeyFolder);
        if (provider == DatabaseProvider.Sqlite)
        {
            var folder = TestFolder.Create("copy-");
            await _world.WithAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM INTO {0}", Path.Combine(folder, DatabaseSettings.FileName)));
            return new ServiceCollection().AddPersistence(DatabaseSettings.SqliteIn(folder), keys).BuildServiceProvider();
        }

        var copy = await TestDatabase.CopyOfAsync(_world.Cases.Service.Settings);
        return new ServiceCollection().AddPersistence(copy, keys).BuildServiceProvider();
    }
}
