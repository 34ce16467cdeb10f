using IncidentReporting.Application.Common;
using IncidentReporting.Application.Mail;
using IncidentReporting.Application.MeasureRequests;
using IncidentReporting.Application.MeasureRequests.Answer;
using IncidentReporting.Application.MeasureRequests.Close;
using IncidentReporting.Application.MeasureRequests.Create;
using IncidentReporting.Application.MeasureRequests.Forward;
using IncidentReporting.Application.MeasureRequests.List;
using IncidentReporting.Application.Obligations;
using IncidentReporting.Application.WorkStops.Create;
using IncidentReporting.Application.WorkStops.List;
using IncidentReporting.Application.WorkStops.Update;
using IncidentReporting.Domain.Common;
using IncidentReporting.Domain.MeasureRequests;
using IncidentReporting.Domain.Organisation;
using IncidentReporting.Domain.WorkStops;
using IncidentReporting.Infrastructure.Mail;
using IncidentReporting.Infrastructure.Obligations;
using IncidentReporting.Infrastructure.Persistence;
using IncidentReporting.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentReporting.Application.Tests.Obligations;

[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MeasureRequestTests(DatabaseProvider provider)
{
    private TestService _service = null!;
    private Unit _unit = null!;
    private Person _manager = null!;
    private Person _head = null!;
    private Person _rep = null!;
    private Person _outsider = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _service = await TestService.StartAsync(provider, services =>
        {
            services.AddObligations();
            services.AddSingleton<IOutboxSignal, OutboxSignal>();
            services.AddScoped<IOutbox, Outbox>();
            services.AddScoped<IDigest, Digest>();
        });
        var employer = TestOrganisation.Named("Exempelkommun", _service.Now);
        var department = employer.AddUnit("Individ- och familjeomsorg", employer.Top);
        _unit = employer.AddUnit("Barn och unga, mottag", department);
        var other = employer.AddUnit("Ekonomiskt bistånd", department);
        _manager = employer.AddPerson("Chef", _unit, Role.Manager);
        _head = employer.AddPerson("Avdelningschef", department, Role.Manager);
        _rep = employer.AddPerson("Skyddsombud", _unit, Role.SafetyRepresentative);
        _outsider = employer.AddPerson("Annan chef", other, Role.Manager, Role.SafetyRepresentative);
        await employer.SaveAsync(_service);
    }

    [TearDown]
    public ValueTask TearDownAsync() => _service.DisposeAsync();

    [Test]
    public async Task Request_ByARepresentative_IsConfirmedAtOnceAndToldToTheManager()
    {
        await CreateAsync();

        Assert.That(
            (await MailsAsync()).Select(m => (m.RecipientId, m.Template)),
            Is.EquivalentTo(new[] { (_rep.Id, MailTemplate.MeasureRequestReceipt), (_manager.Id, MailTemplate.MeasureRequestReceived) }));
    }

    [Test]
    public async Task Request_UnansweredOnItsDate_RemindsDailyAndEscalates()
    {
        await CreateAsync();
        var scheduler = ActivatorUtilities.CreateInstance<ReminderScheduler>(_service.Services);
        for (var hour = 0; hour < 24 * 4; hour++)
        {
            _service.Time.Advance(TimeSpan.FromHours(1));
            await scheduler.RunOnceAsync(CancellationToken.None);
        }

        var mails = await MailsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(mails.Count(m => m.RecipientId == _manager.Id && m.Template == MailTemplate.Reminder), Is.EqualTo(4));
            Assert.That(mails.Count(m => m.RecipientId == _head.Id && m.Template == MailTemplate.Escalation), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Request_Answered_StopsItsClock()
    {
        var made = await CreateAsync();

        var answered = await _service.SendAsync(_manager.Id, new AnswerMeasureRequestCommand(made.Id, CaseText.From("Vi gör så.")));

        var duty = await _service.WithDbAsync(db => db.Set<Obligation>().SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(answered.State, Is.EqualTo("answered"));
            Assert.That(duty.DoneAt, Is.EqualTo(_service.Now));
            Assert.That(duty.NextStepAt, Is.Null);
        });
    }

    [Test]
    public async Task Request_AnsweredTwice_IsRefused()
    {
        var made = await CreateAsync();
        await _service.SendAsync(_manager.Id, new AnswerMeasureRequestCommand(made.Id, CaseText.From("Ja.")));

        await Assert.ThatAsync(
            () => _service.SendAsync(_manager.Id, new AnswerMeasureRequestCommand(made.Id, CaseText.From("Nej."))),
            Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(MeasureRequestRules.IsUnanswered));
    }

    [Test]
    public async Task Request_ClosedAndForwarded_SaysSo()
    {
        var made = await CreateAsync();

        await _service.SendAsync(_rep.Id, new CloseMeasureRequestCommand(made.Id, Satisfied: false));
        var forwarded = await _service.SendAsync(_rep.Id, new ForwardMeasureRequestCommand(made.Id, At: null));

        Assert.Multiple(() =>
        {
            Assert.That(forwarded.Satisfied, Is.False);
            Assert.That(forwarded.ForwardedToAvAt, Is.EqualTo(_service.Now));
        });
    }

    [Test]
    public async Task Request_OfAnotherUnit_DoesNotExistForTheCaller()
    {
        var made = await CreateAsync();

        Assert.That((await _service.SendAsync(_outsider.Id, new ListMeasureRequestsQuery(new Page()))).Items, Is.Empty);
        await Assert.ThatAsync(
            () => _service.SendAsync(_outsider.Id, new AnswerMeasureRequestCommand(made.Id, CaseText.From("Ja."))), Throws.TypeOf<NotFoundException>());
    }

    [Test]
    public async Task Request_ByAManager_IsRefused() =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_manager.Id, new CreateMeasureRequestCommand(_unit.Id, null, CaseText.From("Text."), new DateOnly(2026, 11, 24))),
            Throws.TypeOf<NotAllowedException>());

    [Test]
    public async Task Request_WithADateThatHasBeen_IsRefused() =>
        await Assert.ThatAsync(
            () => _service.SendAsync(_rep.Id, new CreateMeasureRequestCommand(null, null, CaseText.From("Text."), new DateOnly(2026, 11, 19))),
            Throws.TypeOf<InvalidInputException>().With.Property("Errors").ContainKey("answerBy"));

    [Test]
    public async Task WorkStop_ByARepresentative_IsSeenByTheManagerAndEnded()
    {
        var made = await _service.SendAsync(
            _rep.Id, new CreateWorkStopCommand(null, null, null, LoneWork: true, CaseText.From("Ensamarbete."), CaseText.From("Fara."), null, null));
        var seen = await _service.SendAsync(_manager.Id, new ListWorkStopsQuery(new Page()));
        var ended = await _service.SendAsync(
            _rep.Id,
            new UpdateWorkStopCommand(made.Id, null, null, new DateOrTime(new DateOnly(2026, 11, 20), _service.Now), CaseText.From("Klart."), new ExpectedVersion([made.Version])));

        Assert.Multiple(() =>
        {
            Assert.That(seen.Items.Select(stop => stop.Id), Is.EqualTo(new[] { made.Id }));
            Assert.That(ended.EndedAt, Is.EqualTo(_service.Now));
        });
        await Assert.ThatAsync(
            () => _service.SendAsync(_rep.Id, new UpdateWorkStopCommand(made.Id, null, null, null, CaseText.From("Mer."), ExpectedVersion.Any)),
            Throws.TypeOf<RuleBrokenException>().With.Property("Rule").EqualTo(WorkStopRules.IsOpen));
    }

    private Task<MeasureRequestView> CreateAsync() =>
        _service.SendAsync(_rep.Id, new CreateMeasureRequestCommand(null, null, CaseText.From("Vi behöver larm."), new DateOnly(2026, 11, 23)));

    private Task<List<OutboxMessage>> MailsAsync() => _service.WithDbAsync(db => db.Set<OutboxMessage>().AsNoTracking().ToListAsync());
}
