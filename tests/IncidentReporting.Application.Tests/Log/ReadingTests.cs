using IncidentReporting.Application.Accounts;
using IncidentReporting.Application.Common;
using IncidentReporting.Application.Incidents;
using IncidentReporting.Application.Incidents.GetDetails;
using IncidentReporting.Application.Incidents.ListReads;
using IncidentReporting.Application.Incidents.ListTimeline;
using IncidentReporting.Application.Incidents.Report;
using IncidentReporting.Application.Incidents.ShowSheet;
using IncidentReporting.Application.Log;
using IncidentReporting.Application.Log.GetVerification;
using IncidentReporting.Application.Log.List;
using IncidentReporting.Application.Log.Verify;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Organisation;
using IncidentReporting.Application.Tests.Incidents;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Log;

/// <summary>What readings and changes leave in the log, and who is told when somebody reads very much.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReadingTests
{
    private CaseService _cases = null!;

    [SetUp]
    public async Task StartAsync() => _cases = await CaseService.StartAsync();

    [TearDown]
    public async Task StopAsync() => await _cases.DisposeAsync();

    [Test]
    public async Task Reading_BySomebodyWhoIsSeveralThings_NamesTheRoleThatShowedMost()
    {
        var incident = await _cases.ReportAsync(_cases.Manager, _cases.Report(_cases.Exposed));

        await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(CaseService.Of(incident)));

        Assert.That((await ReadsAsync()).Single().CaseRole, Is.EqualTo(CaseRole.Manager));
    }

    [Test]
    public async Task Reading_OfACase_NamesThePartsThatWereShown()
    {
        var report = _cases.Report(_cases.Exposed) with { Description = CaseService.Text("Ett hot vid dörren."), Consequences = Domain.Common.CodeSet.Of(["fear_at_work"]) };
        var incident = await _cases.ReportAsync(_cases.Colleague, report);

        await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(CaseService.Of(incident)));
        await _cases.Service.SendAsync(_cases.Coordinator.Id, new GetDetailsQuery(CaseService.Of(incident)));
        await _cases.Service.SendAsync(_cases.Manager.Id, new ListTimelineQuery(CaseService.Of(incident)));

        var reads = await ReadsAsync();
        var seen = (await _cases.Service.SendAsync(_cases.Exposed.Id, new ListReadsQuery(CaseService.Of(incident)))).Items;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reads.Select(read => read.Fields), Is.EqualTo(["core,description,consequences", "core", "events"]));
            Assert.That(seen.Select(read => (read.By.Name, read.What, string.Join(' ', read.Fields))), Is.EqualTo([
                ("Chefsnamn", "incident_read", "core description consequences"), ("Samordnarnamn", "incident_read", "core"), ("Chefsnamn", "timeline_read", "events")]));
        }
    }

    [Test]
    public async Task Reading_OfTheSameAMomentLater_IsToldAsWell()
    {
        var incident = CaseService.Of(await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed)));
        await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
        await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
        await _cases.Service.SendAsync(_cases.Manager.Id, new ShowSheetQuery(incident, "police"));
        await _cases.Service.SendAsync(_cases.Manager.Id, new ShowSheetQuery(incident, "av_33a"));

        var seen = (await _cases.Service.SendAsync(_cases.Exposed.Id, new ListReadsQuery(incident))).Items;

        Assert.That(seen.Select(read => $"{read.What} {read.Fields[0]}"), Is.EqualTo(["incident_read core", "incident_read core", "sheet_shown sheet.police", "sheet_shown sheet.av_33a"]));
    }

    [Test]
    public async Task Change_ThatIsRolledBack_LeavesNeitherItselfNorItsEntry()
    {
        var before = await CountAsync();

        await _cases.Service.WithAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using (await db.BeginAsync())
            {
                services.GetRequiredService<CurrentUser>().Become((await services.GetRequiredService<ICallers>().ByIdAsync(_cases.Colleague.Id, CancellationToken.None))!);
                await services.GetRequiredService<MediatR.IMediator>().Send(new ReportCommand(_cases.Report(_cases.Exposed), Draft: false));
                Assert.That(await db.Set<LogEntry>().CountAsync(), Is.GreaterThan(before.Entries), "Both are written, and neither is committed.");
            }

            return true;
        });

        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Readings_OfManyCasesWithinAnHour_AlarmOnceADay()
    {
        var auditor = await AddAsync("Granskarnamn", Role.Auditor);
        var limit = MassReadingLimit.Default;
        var incidents = new List<CaseReference>();
        for (var made = 0; made < limit + 3; made++)
        {
            incidents.Add(CaseService.Of(await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed))));
        }

        foreach (var incident in incidents.Take(limit))
        {
            await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
            await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
        }

        Assert.That(await AlarmsAsync(), Is.Empty, "As many as the limit are none too many.");
        foreach (var incident in incidents)
        {
            await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
        }

        var alarms = await AlarmsAsync();
        var mails = await _cases.Service.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(mail => mail.Template == MailTemplate.MassReading).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(alarms.Single().About, Is.EqualTo(_cases.Manager.Id.Value));
            Assert.That(alarms.Single().ActorId, Is.Null);
            Assert.That(mails.Select(mail => mail.RecipientId), Is.EquivalentTo([auditor, _cases.Officer.Id]));
            Assert.That(mails.Select(mail => $"{mail.DedupKey} {mail.LinkPath} {mail.Step} {mail.ThreadKey}"), Has.None.Contains(_cases.Manager.Id.Value.ToString("N")).And.None.Contains("Chefsnamn"));
        }

        _cases.Service.Time.Advance(TimeSpan.FromDays(1));
        foreach (var incident in incidents)
        {
            await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(incident));
        }

        Assert.That(await AlarmsAsync(), Has.Count.EqualTo(2), "Another day is told of anew.");
    }

    [Test]
    public async Task Readings_OfManyCasesOverALongTime_AlarmNobody()
    {
        for (var read = 0; read < MassReadingLimit.Default + 5; read++)
        {
            var incident = await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
            await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(CaseService.Of(incident)));
            _cases.Service.Time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.That(await AlarmsAsync(), Is.Empty);
    }

    [Test]
    public async Task Log_SearchedByTheNumberOfACase_HoldsThatCaseAlone()
    {
        var auditor = await AddAsync("Granskarnamn", Role.Auditor);
        await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
        var wanted = await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
        await _cases.Service.SendAsync(_cases.Manager.Id, new GetDetailsQuery(CaseService.Of(wanted)));

        var found = await ListAsync(auditor, wanted.Number);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Select(entry => (entry.IncidentId, entry.Number)).Distinct(), Is.EqualTo([((IncidentId?)wanted.Id, wanted.Number)]));
            Assert.That(found.Select(entry => entry.Action), Is.SupersetOf(["incident_read", "submitted"]));
            Assert.That(await ListAsync(auditor, "1999-000001"), Is.Empty);
        }
    }

    [Test]
    public async Task Log_OfAPersonWithProtectedIdentity_DoesNotNameHer()
    {
        await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
        await _cases.Service.WithDbAsync(db => db.Set<Person>().Where(person => person.Id == _cases.Colleague.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(person => person.HasProtectedIdentity, true)));
        var auditor = await AddAsync("Granskarnamn", Role.Auditor);

        var names = (await ListAsync(auditor, number: null)).Select(entry => entry.Actor?.Name).ToList();

        Assert.That(names, Does.Contain("Medarbetare").And.None.EqualTo("Kolleganamn"));
    }

    [Test]
    public async Task Check_ByTheAuditor_IsKeptAndShown()
    {
        var auditor = await AddAsync("Granskarnamn", Role.Auditor);
        await _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
        Assert.That((await _cases.Service.SendAsync(auditor, new GetLogVerificationQuery())).Whole, Is.Null);
        await _cases.Service.Services.GetRequiredService<ILogSealing>().SealAsync(CancellationToken.None);

        var made = await _cases.Service.SendAsync(auditor, new VerifyLogQuery());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Whole, made.Entries), Is.EqualTo(((bool?)true, (await CountAsync()).Entries - 1)), "All but the entry that tells of the check itself.");
            Assert.That(await _cases.Service.SendAsync(auditor, new GetLogVerificationQuery()), Is.EqualTo(made));
            await Assert.ThatAsync(() => _cases.Service.SendAsync(_cases.Manager.Id, new VerifyLogQuery()), Throws.TypeOf<NotAllowedException>());
            await Assert.ThatAsync(() => _cases.Service.SendAsync(_cases.Manager.Id, new GetLogVerificationQuery()), Throws.TypeOf<NotAllowedException>());
        }
    }

    [Test]
    public async Task Check_UnderWay_KeepsNobodyWaiting()
    {
        var walk = new LongWalk();
        await _cases.DisposeAsync();
        _cases = await CaseService.StartAsync(more: services => services.AddSingleton<ILogVerifier>(walk));
        var auditor = await AddAsync("Granskarnamn", Role.Auditor);
        var check = _cases.Service.SendAsync(auditor, new VerifyLogQuery());
        await walk.Begun.Task;

        var report = _cases.ReportAsync(_cases.Colleague, _cases.Report(_cases.Exposed));
        var done = await Task.WhenAny(report, Task.Delay(TimeSpan.FromSeconds(10)));
        walk.End.SetResult();
        await report;

        Assert.That(done, Is.SameAs(report), "Reported while the log was walked through.");
        Assert.That((await check).Entries, Is.EqualTo(7));
    }

    private async Task<IReadOnlyList<LogItem>> ListAsync(UserId auditor, string? number) =>
        (await _cases.Service.SendAsync(auditor, new ListLogEntriesQuery(Group: null, Action: null, Actor: null, Incident: null, number, Since: null, Until: null, new Page()))).Items;

    private Task<List<LogEntry>> ReadsAsync() =>
        _cases.Service.WithDbAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.Group == "read").OrderBy(entry => entry.Id).ToListAsync());

    private Task<List<LogEntry>> AlarmsAsync() =>
        _cases.Service.WithDbAsync(db => db.Set<LogEntry>().AsNoTracking().Where(entry => entry.Action == "mass_reading").ToListAsync());

    private Task<(int Cases, int Entries)> CountAsync() =>
        _cases.Service.WithDbAsync(async db => (await db.Set<Incident>().CountAsync(), await db.Set<LogEntry>().CountAsync()));

    private Task<UserId> AddAsync(string name, Role role) => _cases.Service.WithAsync(async services =>
    {
        var person = Person.Create(UserId.New(_cases.Now), _cases.Employer.Id, _cases.Employer.Top.Id, name, $"{Guid.NewGuid():N}@example.org");
        var db = services.GetRequiredService<IIncidentReportingDb>();
        db.Set<Person>().Add(person);
        db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(_cases.Now), person.Id, role, _cases.Employer.Top.Id, DateOnly.FromDateTime(_cases.Now.UtcDateTime).AddYears(-1), to: null));
        services.GetRequiredService<IOrgCharts>().Changed(_cases.Employer.Id);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private sealed class LongWalk : ILogVerifier
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyList<EmployerId>> EmployersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EmployerId>>([]);

        public async Task<LogOutcome> VerifyAsync(EmployerId employer, CancellationToken cancellationToken)
        {
            Begun.SetResult();
            await End.Task;
            return new LogOutcome(employer, 7, Until: null, 0, Fault: null);
        }
    }
}
