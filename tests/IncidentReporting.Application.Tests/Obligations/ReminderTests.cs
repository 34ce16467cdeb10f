using IncidentReporting.Application.Mail;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.Incidents;
using IncidentReporting.Domain.Obligations;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Obligations;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Obligations;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ReminderTests(DatabaseProvider provider)
{
    private static readonly FollowUpPolicy AtAnyHour = new(FollowUpPolicy.Default.Rules, quietHours: null, FollowUpPolicy.Default.DigestAt);

    private readonly KnownCase _case = new();
    private TestService _service = null!;
    private TestOrganisation _employer = null!;
    private Unit _unit = null!;
    private Person _employee = null!;
    private Person _manager = null!;
    private Person _head = null!;
    private Person _rep = null!;
    private CaseFacts _facts = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _service = await TestService.StartAsync(provider, services =>
        {
            services.AddObligations();
            services.AddSingleton<IOutboxSignal, OutboxSignal>();
            services.AddScoped<IOutbox, Outbox>();
            services.AddScoped<IDigest, Digest>();
            services.AddSingleton<ISubjectContacts>(_case);
            services.AddReminderScheduler();
        });
        _employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        var department = _employer.AddUnit("Individ- och familjeomsorg", _employer.Top);
        _unit = _employer.AddUnit("Barn och unga, mottag", department);
        _employee = _employer.AddPerson("Medarbetare", _unit, Role.Employee);
        _manager = _employer.AddPerson("Chef", _unit, Role.Manager);
        _head = _employer.AddPerson("Avdelningschef", department, Role.Manager);
        _rep = _employer.AddPerson("Skyddsombud", _unit, Role.SafetyRepresentative);
        await _employer.SaveAsync(_service);
        _case.Contact = new SubjectContact(
            "2026-000001", new CaseParties { UnitId = _unit.Id, Exposed = [_employee.Id] }, "/incidents/2026-000001", _case.Id.Value.ToString());
        _facts = new CaseFacts
        {
            State = IncidentState.Submitted,
            Kinds = CodeSet.Of(["threat_veiled"]),
            OccurredAt = _service.Now,
            SubmittedAt = _service.Now,
            AwareAt = _service.Now,
        };
    }

    [TearDown]
    public ValueTask TearDownAsync() => _service.DisposeAsync();

    [Test]
    public async Task Steps_OfADuty_AreOrderedOnceEachAtTheirTime()
    {
        await SyncAsync(_facts);

        await LookAsync(TimeSpan.Zero);
        var atStart = await MailsAsync("R1");
        await LookAsync(TimeSpan.FromHours(2));
        await LookAsync(TimeSpan.Zero);
        var afterTwo = await MailsAsync("R1");
        await LookAsync(TimeSpan.FromHours(6));
        var afterEight = await MailsAsync("R1");

        Assert.Multiple(() =>
        {
            Assert.That(atStart, Is.Empty);
            Assert.That(afterTwo.Select(m => m.RecipientId), Is.EqualTo(new[] { _manager.Id }));
            Assert.That(afterEight.Select(m => (m.RecipientId, m.Template)), Is.EquivalentTo(new[]
            {
                (_manager.Id, MailTemplate.Reminder), (_head.Id, MailTemplate.Escalation), (_rep.Id, MailTemplate.Escalation),
            }));
            Assert.That(afterEight, Is.All.Matches<OutboxMessage>(m => m.Number == "2026-000001" && m.LinkPath == "/incidents/2026-000001"));
        });
    }

    [Test]
    public async Task Duty_ThatIsDone_IsSpokenOfNoMore()
    {
        await SyncAsync(_facts);
        await LookAsync(TimeSpan.FromHours(2));

        await SyncAsync(_facts with { AcknowledgedAt = _service.Now });
        await LookAsync(TimeSpan.FromHours(12));

        Assert.That(await MailsAsync("R1"), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Schedulers_LookingAtOnce_OrderOnce()
    {
        await SyncAsync(_facts);
        _service.Time.Advance(TimeSpan.FromHours(8));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Scheduler().RunOnceAsync(CancellationToken.None))));
        await LookAsync(TimeSpan.Zero);

        var mails = await _service.WithDbAsync(db => db.Set<OutboxMessage>().Select(m => m.DedupKey).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(mails, Is.Unique);
            Assert.That(mails.Where(key => key.Contains("|R1|")), Has.Exactly(3).Items);
        });
    }

    [Test]
    public async Task Reminder_ThatIsNotAtOnce_WaitsInTheManagersDigest()
    {
        await SyncAsync(_facts);
        await LookAsync(TimeSpan.FromDays(10));

        var lines = await _service.WithDbAsync(db => db.Set<DigestItem>().Where(item => item.Rule == "R10").ToListAsync());
        Assert.Multiple(async () =>
        {
            Assert.That(lines.Select(line => line.RecipientId), Is.EqualTo(new[] { _manager.Id }));
            Assert.That((await MailsAsync("R10")).Select(m => m.RecipientId), Is.EqualTo(new[] { _rep.Id }), "a representative has no digest");
        });
    }

    [Test]
    public async Task Steps_MissedForDays_AreCaughtUpWithTheLatestOnly()
    {
        await SyncAsync(_facts);
        await LookAsync(TimeSpan.FromDays(2));

        Assert.That((await MailsAsync("R3")).Count(m => m.RecipientId == _manager.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task Duty_ThatChangesWhileAStepIsTaken_IsLeftForTheNextLook()
    {
        await SyncAsync(_facts);
        _service.Time.Advance(TimeSpan.FromHours(2));
        var due = (await _service.WithAsync(services => services.GetRequiredService<IReminders>().DueAsync(100, CancellationToken.None)))[0];

        var first = await TakeAsync(due);
        var second = await TakeAsync(due);

        Assert.Multiple(() =>
        {
            Assert.That(first, Is.True);
            Assert.That(second, Is.False);
        });
    }

    [Test]
    public async Task Responsible_AfterAnAbsenceBegins_IsTheDeputy()
    {
        var deputy = _employer.AddPerson("Ersättare", _unit);
        await SyncAsync(_facts);
        await _service.WithDbAsync(async db =>
        {
            db.Set<Person>().Add(deputy);
            db.Set<RoleAssignment>().Add(RoleAssignment.Create(Guid.CreateVersion7(), deputy.Id, Role.Deputy, _unit.Id, new DateOnly(2026, 1, 1)));
            db.Set<Absence>().Add(Absence.Create(Guid.CreateVersion7(), _manager.Id, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30)));
            return await db.SaveChangesAsync();
        });
        _service.Time.Advance(TimeSpan.FromMinutes(1));

        await Scheduler().FollowRolesAsync(CancellationToken.None);

        var responsible = await _service.WithDbAsync(db => db.Set<Obligation>().Where(row => row.Rule == "R1").Select(row => row.ResponsibleUserId).SingleAsync());
        Assert.That(responsible, Is.EqualTo(deputy.Id));
    }

    private ReminderScheduler Scheduler() => ActivatorUtilities.CreateInstance<ReminderScheduler>(_service.Services);

    private async Task LookAsync(TimeSpan after)
    {
        _service.Time.Advance(after);
        while (await Scheduler().RunOnceAsync(CancellationToken.None))
        {
        }
    }

    private Task<bool> TakeAsync(Guid obligation) =>
        _service.WithAsync(services => services.GetRequiredService<IReminders>().TakeAsync(obligation, CancellationToken.None));

    private Task<List<OutboxMessage>> MailsAsync(string rule) =>
        _service.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.Rule == rule).ToListAsync());

    private Task<int> SyncAsync(CaseFacts facts) => _service.WithDbAsync(async db =>
    {
        var subject = new ObligationSubject(_employer.Id, SubjectKind.Case, _case.Id.Value, _unit.Id, _case.Id);
        var stored = await db.Set<Obligation>().Where(row => row.SubjectId == subject.Id).ToListAsync();
        var plans = ObligationEngine.Plan(facts, AtAnyHour, WorkCalendar.Sweden);
        db.Set<Obligation>().AddRange(ObligationSync.Apply(
            stored, plans, subject, new PartyResolver(_employer.Chart(), _case.Contact.Parties, _service.Now), _service.Now));
        return await db.SaveChangesAsync();
    });

    /// <summary>The one case of these tests; the real one is looked up among the cases.</summary>
    private sealed class KnownCase : ISubjectContacts
    {
        public IncidentId Id { get; } = new(Guid.CreateVersion7());

        public SubjectContact Contact { get; set; } = null!;

        public Task<SubjectContact?> FindAsync(Obligation obligation, CancellationToken cancellationToken) => Task.FromResult<SubjectContact?>(Contact);

        public Task<SubjectContact?> OfCaseAsync(IncidentId incident, CancellationToken cancellationToken) => Task.FromResult<SubjectContact?>(Contact);
    }
}
