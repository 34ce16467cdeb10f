using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.Statistics.Signals;
using IncidentReporting.Application.Statistics.Signals.Acknowledge;
using IncidentReporting.Application.Statistics.Signals.List;
using IncidentReporting.Application.Tasks.ListMine;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.Statistics;
using IncidentReporting.Domain.Statistics.Watches;
using IncidentReporting.Infrastructure.Evidence;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Obligations;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.Infrastructure.Statistics;
using IncidentReporting.Infrastructure.Upkeep;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Statistics;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SignalTests(DatabaseProvider provider)
{
    // The clock stands on 20 November 2026: October is the last whole month.
    private static readonly DateOnly Last = new(2026, 10, 1);

    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private Unit _unit = null!;
    private Unit _other = null!;
    private Person _manager = null!;
    private Person _rep = null!;
    private Person _head = null!;
    private Person _coordinator = null!;
    private Person _neighbour = null!;
    private Person _analyst = null!;
    private Person _employee = null!;

    [SetUp]
    public async Task StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"signals-{Guid.NewGuid():N}");
        _service = await TestService.StartAsync(provider, services =>
        {
            services.AddIncidents();
            services.AddSingleton<IOutboxSignal, OutboxSignal>();
            services.AddScoped<IOutbox, Outbox>();
            services.AddScoped<IDigest, Digest>();
            services.AddEvidence(new EvidenceFolder(folder), new EvidenceKeyFolder(folder), ClamAvAddress.None);
        });
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        _unit = _employer.AddUnit("Stödboende", _employer.Top);
        _other = _employer.AddUnit("Mottag", _employer.Top);
        _manager = _employer.AddPerson("Chef", _unit, Role.Manager);
        _rep = _employer.AddPerson("Ombud", _unit, Role.SafetyRepresentative);
        _employee = _employer.AddPerson("Bo", _unit, Role.Employee);
        _head = _employer.AddPerson("Högsta chef", _employer.Top, Role.Manager);
        _coordinator = _employer.AddPerson("Samordnare", _employer.Top, Role.Coordinator);
        _analyst = _employer.AddPerson("Analytiker", _employer.Top, Role.Analyst, Role.Administrator, Role.Auditor);
        _neighbour = _employer.AddPerson("Grannchef", _other, Role.Manager, Role.SafetyRepresentative);
        await _employer.SaveAsync(_service);
    }

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task ExampleA_OfTheMethod_IsAWatchInItsLastMonth()
    {
        await BaselineAsync();
        await CountsAsync(_unit, Last.AddMonths(-10), 1, 0, 2, 1, 0, 1, 2, 3, 1, 3, 2);

        await LookAsync();

        var item = await ItemAsync(_manager);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((item.State, item.Kind, item.Month), Is.EqualTo((SignalLevel.Watch, (WatchKind?)WatchKind.Cusum, "2026-10")));
            Assert.That(item.Evidence!.Limit, Is.EqualTo(4.2));
            Assert.That(item.Evidence.Months.TakeLast(11).Select(month => month.Sum), Is.EqualTo(new double?[] { 0, 0, .7, .4, 0, 0, .7, 2.4, 2.1, 3.8, 4.5 }).Within(.0001));
            Assert.That(item.Evidence.Months[^1].Reference, Is.EqualTo(1.3));
            Assert.That(item.Evidence.Baseline, Is.EqualTo(new SignalBaseline("2024-03", "2025-10", 20, 18, 600, .03)));
            Assert.That((item.Evidence.Test!.Events, item.Evidence.Test.Months, item.Evidence.RunFrom), Is.EqualTo((11L, 5, "2026-06")));
            Assert.That(item.Meaning, Does.Contain("11 ").And.Contain("18 "));
            Assert.That(item.WhatToDo, Has.Count.EqualTo(5));
        }
    }

    [Test]
    public async Task ExampleB_OfTheMethod_BeginsAtZeroOnceAcknowledged()
    {
        await BaselineAsync();
        await StaffAsync(_unit, Last.AddMonths(-4), 28);
        await StaffAsync(_unit, Last.AddMonths(-2), 26);
        await CountsAsync(_unit, Last.AddMonths(-7), 1, 1, 0, 2, 3, 0, 2, 4);
        await LookAsync();
        var watch = await ItemAsync(_manager);
        await AcknowledgeAsync(_manager, watch.Id!.Value);

        await StaffAsync(_unit, Last.AddMonths(1), 25);
        await CountsAsync(_unit, Last.AddMonths(1), 1, 2);
        _service.Time.MoveTo(new DateTimeOffset(2027, 1, 3, 12, 0, 0, TimeSpan.Zero));
        await LookAsync();

        var after = await ItemAsync(_manager);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(watch.State, Is.EqualTo(SignalLevel.Alert), "11 in 134 person-months against 18 in 600");
            Assert.That(watch.Evidence!.Months.TakeLast(8).Select(month => month.Reference), Is.EqualTo(new double?[] { 1.3, 1.3, 1.3, 1.21, 1.21, 1.13, 1.13, 1.13 }));
            Assert.That(watch.Evidence.Months.TakeLast(8).Select(month => month.Sum), Is.EqualTo(new double?[] { 0, 0, 0, .79, 2.58, 1.45, 2.32, 5.19 }).Within(.0001));
            Assert.That((after.State, after.Id), Is.EqualTo((SignalLevel.Calm, (UnitWatchId?)null)));
            Assert.That(after.Evidence!.Months.TakeLast(2).Select(month => month.Sum), Is.EqualTo(new double?[] { 0, .92 }).Within(.0001));
            Assert.That(after.Earlier, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Doubling_GivesTasksAndMailsWithoutContent_UntilAcknowledged()
    {
        await RiseAsync();

        await LookAsync();
        var alert = await ItemAsync(_manager);
        var before = (Manager: await TasksAsync(_manager), Rep: await TasksAsync(_rep));
        await PassAsync(days: 4);
        await AcknowledgeAsync(_rep, alert.Id!.Value);
        await PassAsync(days: 30);

        var mails = (await _service.WithDbAsync(db => db.Set<OutboxMessage>().ToListAsync())).Where(mail => mail.Rule == "R29").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alert.State, Is.EqualTo(SignalLevel.Alert));
            Assert.That(alert.Evidence!.Test!.MidP, Is.LessThanOrEqualTo(.01));
            Assert.That(before.Manager.Select(task => (task.Rule, task.Link)), Is.EqualTo([("R29", $"/statistics/signals/{_unit.Id.Value}")]));
            Assert.That(before.Rep.Select(task => task.Rule), Is.EqualTo(["R29"]));
            Assert.That(before.Manager[0].DueAt, Is.EqualTo(alert.OpenedAt!.Value.AddDays(14)));
            Assert.That(await TasksAsync(_manager), Is.Empty);
            Assert.That(await TasksAsync(_rep), Is.Empty);
            Assert.That(mails.Select(mail => (mail.RecipientId, mail.Template)), Is.EquivalentTo(new[] { (_manager.Id, MailTemplate.Reminder), (_rep.Id, MailTemplate.Reminder) }));
            Assert.That(mails, Is.All.Matches<OutboxMessage>(mail => mail.Number is null && mail.LinkPath == $"/statistics/signals/{_unit.Id.Value}"));
        }
    }

    [Test]
    public async Task Doubling_ThatNobodyGoesThrough_IsToldToTheNextManagerOnce()
    {
        await RiseAsync();
        await LookAsync();

        await PassAsync(days: 30);

        Assert.That(
            (await _service.WithDbAsync(db => db.Set<OutboxMessage>().Where(mail => mail.Template == MailTemplate.Escalation).ToListAsync())).Select(mail => mail.RecipientId),
            Is.EqualTo([_head.Id]));
    }

    [Test]
    public async Task Looks_OfSeveralInstancesAndAgain_OpenOneWarning()
    {
        await RiseAsync();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(LookAsync)));
        await LookAsync();
        _service.Time.MoveTo(new DateTimeOffset(2026, 12, 2, 12, 0, 0, TimeSpan.Zero));
        await LookAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _service.WithDbAsync(db => db.Set<UnitWatch>().CountAsync()), Is.EqualTo(1));
            Assert.That(await _service.WithDbAsync(db => db.Set<WarningRun>().CountAsync()), Is.EqualTo(2));
            Assert.That(await _service.WithDbAsync(db => db.Set<Obligation>().CountAsync(duty => duty.Rule == "R29")), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Acknowledgement_OfMoreReporting_BeginsTheBaselineAnewWhereTheRiseBegan()
    {
        await RiseAsync();
        await LookAsync();
        var alert = await ItemAsync(_manager);

        var after = await AcknowledgeAsync(_manager, alert.Id!.Value, "reporting_changed");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((after.State, after.Why, after.ReadyOn), Is.EqualTo((SignalLevel.TooLittleHistory, (TooLittle?)TooLittle.Restarted, "2027-07")));
            Assert.That(alert.Evidence!.RunFrom, Is.EqualTo("2026-07"));
            Assert.That(after.Acknowledged?.Finding, Is.EqualTo("reporting_changed"));
            Assert.That(after.Acknowledged?.By.Name, Is.EqualTo("Chef"));
        }
    }

    [Test]
    public async Task Note_OfAnAcknowledgement_IsReadWithATrace()
    {
        await RiseAsync();
        await LookAsync();
        var id = (await ItemAsync(_manager)).Id!.Value;
        Assert.That(await NoteReadingsAsync(), Is.Empty, "There is no note yet.");
        await AcknowledgeAsync(_manager, id);

        await ListAsync(_rep, _unit.Id);

        var reading = (await NoteReadingsAsync()).Single();
        Assert.That((reading.ActorId, reading.ActorRole, reading.About, reading.Group), Is.EqualTo(((UserId?)_rep.Id, (Role?)Role.SafetyRepresentative, (Guid?)id.Value, "read")));
    }

    [Test]
    public async Task Acknowledgement_ThatDoesNotHold_IsRefused()
    {
        await RiseAsync();
        await LookAsync();
        var id = (await ItemAsync(_manager)).Id!.Value;

        await Assert.ThatAsync(() => AcknowledgeAsync(_manager, id, "something"), Throws.TypeOf<InvalidInputException>());
        await Assert.ThatAsync(() => AcknowledgeAsync(_neighbour, id), Throws.TypeOf<NotFoundException>());
        await Assert.ThatAsync(() => AcknowledgeAsync(_analyst, id), Throws.TypeOf<NotAllowedException>());
        await AcknowledgeAsync(_coordinator, id);
        await Assert.ThatAsync(() => AcknowledgeAsync(_manager, id), Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(UnitWatchRules.IsOpen));
    }

    [Test]
    public async Task List_ByOthersThanCaseReaders_ShowsNothing()
    {
        await RiseAsync();
        await LookAsync();

        await Assert.ThatAsync(() => ListAsync(_analyst), Throws.TypeOf<NotAllowedException>());
        await Assert.ThatAsync(() => ListAsync(_employee), Throws.TypeOf<NotAllowedException>());
        await Assert.ThatAsync(() => ListAsync(_neighbour, _unit.Id), Throws.TypeOf<NotFoundException>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await ListAsync(_neighbour)).Select(item => item.Unit.Id), Is.EqualTo([_other.Id]));
            Assert.That((await ListAsync(_head)).Select(item => (item.Unit.Id, item.State)), Is.EqualTo([(_other.Id, SignalLevel.TooLittleHistory), (_unit.Id, SignalLevel.Alert)]));
            Assert.That((await ListAsync(_head, _other.Id)).Single().Why, Is.EqualTo(TooLittle.NoHeadcounts));
        }
    }

    [Test]
    public async Task Unit_WithUnderAYear_SaysFromWhen()
    {
        await StaffAsync(_unit, Last.AddMonths(-5), 30);
        await CountsAsync(_unit, Last.AddMonths(-7), 1, 1, 1, 1, 1, 1, 1, 9);

        await LookAsync();

        var item = await ItemAsync(_manager);
        Assert.That((item.State, item.Why, item.ReadyOn, item.Evidence), Is.EqualTo((SignalLevel.TooLittleHistory, (TooLittle?)TooLittle.ShortHistory, "2027-05", (SignalEvidence?)null)));
    }

    [Test]
    public async Task Employer_WithTenAMonth_IsFollowedAsAWhole()
    {
        await StaffAsync(_unit, Last.AddMonths(-24), 30);
        await StaffAsync(_other, Last.AddMonths(-24), 30);
        await StaffAsync(_unit, Last, 30);
        await StaffAsync(_other, Last, 30);
        foreach (var month in Enumerable.Range(0, 25))
        {
            await CountsAsync(_unit, Last.AddMonths(month - 24), 6 + (month % 3));
            await CountsAsync(_other, Last.AddMonths(month - 24), month == 24 ? 30 : 6);
        }

        await LookAsync();

        var whole = (await ListAsync(_coordinator)).Single(item => item.WholeEmployer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((whole.Unit.Id, whole.Kind, whole.State), Is.EqualTo((_employer.Top.Id, (WatchKind?)WatchKind.Laney, SignalLevel.Alert)));
            Assert.That(whole.Evidence!.Months[^1].Upper, Is.LessThan(whole.Evidence.Months[^1].Count));
            Assert.That(await TasksAsync(_head), Has.Some.Matches<TaskItem>(task => task.Link == $"/statistics/signals/{_employer.Top.Id.Value}"));
            Assert.That((await ListAsync(_manager)).Select(item => item.Unit.Id), Is.EqualTo([_unit.Id]));
        }
    }

    [Test]
    public async Task RareEvents_ThatComeCloser_AreToldWithoutWaitingForTheMonth()
    {
        await StaffAsync(_unit, Last.AddMonths(-30), 5);
        await StaffAsync(_unit, Last, 5);
        foreach (var daysAgo in new[] { 900, 500 })
        {
            await ReportAsync(daysAgo);
        }

        await LookAsync();
        var calm = await ItemAsync(_manager);
        foreach (var daysAgo in new[] { 40, 30, 20, 10, 2 })
        {
            await ReportAsync(daysAgo);
        }

        await LookAsync();
        var watch = await ItemAsync(_manager);
        var after = await AcknowledgeAsync(_manager, watch.Id!.Value);
        await LookAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((calm.State, calm.Kind), Is.EqualTo((SignalLevel.Calm, (WatchKind?)WatchKind.Gap)));
            Assert.That((watch.State, watch.Kind, watch.Month), Is.EqualTo((SignalLevel.Watch, (WatchKind?)WatchKind.Gap, "2026-11")));
            Assert.That(watch.Evidence!.Gaps[^1], Has.Property("DaysOfFour").EqualTo(38).And.Property("P").LessThan(.005));
            Assert.That(after.State, Is.EqualTo(SignalLevel.Calm));
            Assert.That(await _service.WithDbAsync(db => db.Set<UnitWatch>().CountAsync()), Is.EqualTo(1));
        }
    }

    // Twenty months with 18 events among 30 employees: 0.9 a month; the month before them, which was not whole, counts for nothing.
    private async Task BaselineAsync()
    {
        await StaffAsync(_unit, Last.AddMonths(-31), 30);
        await StaffAsync(_unit, Last.AddMonths(-8), 30);
        await CountsAsync(_unit, Last.AddMonths(-32), [1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1]);
    }

    private async Task RiseAsync()
    {
        await BaselineAsync();
        await CountsAsync(_unit, Last.AddMonths(-3), 3, 4, 4, 3);
    }

    private Task<bool> StaffAsync(Unit unit, DateOnly month, decimal staff) => _service.WithDbAsync(async db =>
    {
        db.Set<Headcount>().Add(Headcount.Create(_employer.Id, unit.Id, "social_secretary_authority", month, staff, fte: null));
        return await db.SaveChangesAsync() > 0;
    });

    private Task<bool> CountsAsync(Unit unit, DateOnly from, params int[] counts) => _service.WithDbAsync(async db =>
    {
        foreach (var (month, count) in counts.Index())
        {
            for (var i = 0; i < count; i++)
            {
                db.Set<StatFact>().Add(new StatFact
                {
                    Fact = (int)StatFactKind.Incidents,
                    Month = StatPeriod.MonthOf(from.AddMonths(month)).Code,
                    UnitId = unit.Id.Value,
                    SourceId = Guid.NewGuid(),
                });
            }
        }

        await db.SaveChangesAsync();
        return true;
    });

    private Task ReportAsync(int daysAgo) => _service.SendAsync(_employee.Id, new ReportCommand(
        new ReportInput
        {
            Kinds = CodeSet.Of(["threat_direct.death"]),
            OccurredAt = _service.Now.AddDays(-daysAgo),
            SafeNow = "yes",
            Exposed = [new ExposedInput(Self: true, UserId: null, "direct", "social_secretary_authority")],
        },
        Draft: false));

    private async Task LookAsync() => await new SignalUpkeep(_service.Services.GetRequiredService<IServiceScopeFactory>()).RunAsync(CancellationToken.None);

    private async Task PassAsync(int days)
    {
        var scheduler = ActivatorUtilities.CreateInstance<ReminderScheduler>(_service.Services);
        for (var day = 0; day < days; day++)
        {
            _service.Time.Advance(TimeSpan.FromDays(1));
            await scheduler.RunOnceAsync(CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<SignalItem>> ListAsync(Person by, UnitId? unit = null) => (await _service.SendAsync(by.Id, new ListSignalsQuery(unit))).Items;

    private async Task<SignalItem> ItemAsync(Person by) => (await ListAsync(by, _unit.Id)).Single();

    private Task<List<LogEntry>> NoteReadingsAsync() =>
        _service.WithDbAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.Action == "signal_note_read").ToListAsync());

    private Task<SignalItem> AcknowledgeAsync(Person by, UnitWatchId watch, string finding = "measures_planned") =>
        _service.SendAsync(by.Id, new AcknowledgeSignalCommand(watch, finding, CaseText.From("Vi har gått igenom ärendena.")));

    private async Task<IReadOnlyList<TaskItem>> TasksAsync(Person of) => (await _service.SendAsync(of.Id, new ListMyTasksQuery(new Page()))).Items;
}
